package se.justera.access;

import java.util.EnumSet;
import java.util.Locale;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.justera.desk.DeskHouse;

/** A browser with a staff session. */
public final class SignedIn {

    private SignedIn() {}

    public static RequestPostProcessor as(Role role) {
        String name = role.name().toLowerCase(Locale.ROOT);
        return SecurityMockMvcRequestPostProcessors.user(
                new StaffUser(DeskHouse.TENANT.value(), name, "", EnumSet.of(role)));
    }
}

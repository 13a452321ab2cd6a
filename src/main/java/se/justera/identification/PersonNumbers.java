package se.justera.identification;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.justera.kernel.TenantId;

/** People's personal numbers. Only whether a claimed one is the right one can be asked. */
@Repository
class PersonNumbers {

    private static final Pattern TWELVE_DIGITS = Pattern.compile("\\d{12}");

    private final JdbcClient database;
    private final PasswordEncoder slowHash;

    PersonNumbers(JdbcClient database, PasswordEncoder slowHash) {
        this.database = database;
        this.slowHash = slowHash;
    }

    @Transactional
    void register(TenantId tenant, String personName, String personalNumber) {
        if (personName.isBlank() || personName.length() > 300) {
            throw new IllegalArgumentException("a person has a name");
        }
        String number = twelveDigits(personalNumber)
                .orElseThrow(() -> new IllegalArgumentException("a personal number has twelve digits"));
        database.sql("delete from person_number where tenant_id = ? and person_name = ?")
                .params(tenant.value(), personName)
                .update();
        database.sql("insert into person_number (tenant_id, person_name, number_hash) values (?, ?, ?)")
                .params(tenant.value(), personName, slowHash.encode(number))
                .update();
    }

    boolean isOf(TenantId tenant, String personName, String claimedNumber) {
        return database.sql("select number_hash from person_number where tenant_id = ? and person_name = ?")
                .params(tenant.value(), personName)
                .query(String.class)
                .optional()
                .filter(hash -> slowHash.matches(digits(claimedNumber), hash))
                .isPresent();
    }

    /** As it is compared and certified; empty if it is none. */
    static Optional<String> twelveDigits(String claimedNumber) {
        return Optional.of(digits(claimedNumber))
                .filter(number -> TWELVE_DIGITS.matcher(number).matches());
    }

    private static String digits(String number) {
        return number.replaceAll("[\\s+-]", "");
    }
}

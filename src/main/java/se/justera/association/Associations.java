package se.justera.association;

import java.util.List;
import java.util.Optional;
import se.justera.kernel.TenantId;

/** The associations this service is run for, and their people. */
public interface Associations {

    /** @throws java.util.NoSuchElementException if there is no such association */
    Association find(TenantId tenant);

    List<Association> all();

    /** Everybody the association knows, by name. */
    List<Person> people(TenantId tenant);

    /** The mail address of the association's person of exactly this name. */
    Optional<String> addressOf(TenantId tenant, String name);

    void found(Association association);

    /** Adds the person or changes what is known of the person of that name. */
    void register(TenantId tenant, Person person);
}

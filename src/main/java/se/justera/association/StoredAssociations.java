package se.justera.association;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.justera.kernel.TenantId;

/** Associations in the database. */
@Repository
class StoredAssociations implements Associations {

    private final JdbcClient database;

    StoredAssociations(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Association find(TenantId tenant) {
        return all().stream()
                .filter(a -> a.id().equals(tenant))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("there is no such association"));
    }

    @Override
    public List<Association> all() {
        return database.sql("select id, name, org_number from association order by name")
                .query((row, n) -> new Association(
                        new TenantId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("org_number")))
                .list();
    }

    @Override
    public List<Person> people(TenantId tenant) {
        return database.sql("select name, email, office from person where tenant_id = ? order by name")
                .param(tenant.value())
                .query((row, n) -> new Person(row.getString("name"), row.getString("email"), row.getString("office")))
                .list();
    }

    @Override
    public Optional<String> addressOf(TenantId tenant, String name) {
        return database.sql("select email from person where tenant_id = ? and name = ? and email is not null")
                .params(tenant.value(), name)
                .query(String.class)
                .optional();
    }

    @Override
    @Transactional
    public void found(Association association) {
        database.sql("insert into association (id, name, org_number) values (?, ?, ?)")
                .param(association.id().value())
                .param(association.name())
                .param(association.orgNumber())
                .update();
    }

    @Override
    @Transactional
    public void register(TenantId tenant, Person person) {
        int changed = database.sql("update person set email = ?, office = ? where tenant_id = ? and name = ?")
                .param(person.email())
                .param(person.office())
                .param(tenant.value())
                .param(person.name())
                .update();
        if (changed == 0) {
            database.sql("insert into person (tenant_id, name, email, office) values (?, ?, ?, ?)")
                    .param(tenant.value())
                    .param(person.name())
                    .param(person.email())
                    .param(person.office())
                    .update();
        }
    }
}

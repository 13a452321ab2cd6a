package se.justera.identification;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.justera.access.CurrentStaff;
import se.justera.audit.AuditTrail;
import se.justera.kernel.MinutesId;
import se.justera.kernel.TenantId;

/** The associations' rules in the database. */
@Repository
class StoredRules implements IdentificationRules {

    private final JdbcClient database;
    private final PersonNumbers numbers;
    private final AuditTrail audit;

    StoredRules(JdbcClient database, PersonNumbers numbers, AuditTrail audit) {
        this.database = database;
        this.numbers = numbers;
        this.audit = audit;
    }

    private record Row(Capacity capacity, Set<String> methods, String keySource, Level leastForSigning) {}

    @Override
    public AssociationRules of(TenantId tenant) {
        AssociationRules standard = AssociationRules.byMail();
        Map<Capacity, Set<String>> methods = new EnumMap<>(standard.methods());
        Map<Capacity, String> sources = new EnumMap<>(standard.keySources());
        List<Row> rows = rows(tenant);
        rows.forEach(row -> {
            methods.put(row.capacity(), row.methods());
            sources.put(row.capacity(), row.keySource());
        });
        Level least = rows.stream().map(Row::leastForSigning).findFirst().orElse(Level.LOW);
        return new AssociationRules(methods, least, sources);
    }

    /** Both tables are written together or not at all. */
    private List<Row> rows(TenantId tenant) {
        return database.sql("select capacity, methods, key_source, least_for_signing from identification_rule r"
                        + " join identification_least l on l.tenant_id = r.tenant_id where r.tenant_id = ?")
                .param(tenant.value())
                .query((row, n) -> new Row(
                        Capacity.valueOf(row.getString("capacity")),
                        split(row.getString("methods")),
                        row.getString("key_source"),
                        Level.of(row.getString("least_for_signing"))))
                .list();
    }

    @Override
    @Transactional
    public void decide(CurrentStaff administrator, AssociationRules rules) {
        TenantId tenant = administrator.tenant();
        Map<String, String> changes = rules.changesSince(of(tenant));
        if (changes.isEmpty()) {
            return;
        }
        keep(tenant, rules);
        record(administrator, "identification.ruled", changes);
    }

    private void keep(TenantId tenant, AssociationRules rules) {
        clear("identification_rule", tenant);
        clear("identification_least", tenant);
        for (Capacity capacity : Capacity.values()) {
            database.sql("insert into identification_rule (tenant_id, capacity, methods, key_source)"
                            + " values (?, ?, ?, ?)")
                    .params(
                            tenant.value(),
                            capacity.name(),
                            String.join(" ", rules.methods(capacity)),
                            rules.keySource(capacity))
                    .update();
        }
        database.sql("insert into identification_least (tenant_id, least_for_signing) values (?, ?)")
                .params(tenant.value(), rules.leastForSigning().named())
                .update();
    }

    @Override
    @Transactional
    public void registerNumber(CurrentStaff administrator, String personName, String personalNumber) {
        numbers.register(administrator.tenant(), personName, personalNumber);
        record(administrator, "identification.numberRegistered", Map.of());
    }

    private void record(CurrentStaff administrator, String type, Map<String, String> details) {
        TenantId tenant = administrator.tenant();
        audit.record(tenant, MinutesId.ofNone(tenant), administrator.actor(), type, details);
    }

    private void clear(String table, TenantId tenant) {
        database.sql("delete from " + table + " where tenant_id = ?")
                .param(tenant.value())
                .update();
    }

    private static Set<String> split(String methods) {
        return Arrays.stream(methods.split(" ", -1))
                .filter(method -> !method.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}

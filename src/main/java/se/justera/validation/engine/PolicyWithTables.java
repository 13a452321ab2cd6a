package se.justera.validation.engine;

import eu.europa.esig.dss.enumerations.Context;
import eu.europa.esig.dss.enumerations.SubContext;
import eu.europa.esig.dss.model.policy.CryptographicSuite;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.jaxb.ConstraintsParameters;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A policy whose tables of algorithms are made once and not for every certificate of every signature. */
final class PolicyWithTables extends EtsiValidationPolicy {

    private record Use(Context context, @Nullable SubContext certificate) {}

    private final Map<Use, CryptographicSuite> tables = new ConcurrentHashMap<>();

    PolicyWithTables(ConstraintsParameters policy) {
        super(policy);
    }

    @Override
    public CryptographicSuite getSignatureCryptographicConstraint(Context context) {
        return table(new Use(context, null), () -> super.getSignatureCryptographicConstraint(context));
    }

    @Override
    public CryptographicSuite getCertificateCryptographicConstraint(Context context, SubContext certificate) {
        return table(
                new Use(context, certificate), () -> super.getCertificateCryptographicConstraint(context, certificate));
    }

    /** Made whole before anybody has it: what fills a table when it is first asked would fill it under others' eyes. */
    private CryptographicSuite table(Use use, Supplier<CryptographicSuite> made) {
        return tables.computeIfAbsent(use, first -> {
            CryptographicSuite table = made.get();
            table.getAcceptableSignatureAlgorithms();
            return table;
        });
    }
}

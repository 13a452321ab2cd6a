package se.justera.audit;

/** The real trail, for tests of what writes into it. */
public final class ChainedTrail {

    private ChainedTrail() {}

    public static Class<? extends AuditTrail> type() {
        return ChainedAuditTrail.class;
    }
}

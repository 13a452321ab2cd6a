package se.justera.signing;

import se.justera.trust.SigningKey;

/** A key that makes one signature for one person and is let go of. */
interface PersonalKey extends SigningKey, AutoCloseable {

    /** True where another service holds the key: what was approved there once is not to be asked for again. */
    default boolean isElsewhere() {
        return false;
    }

    @Override
    void close();
}

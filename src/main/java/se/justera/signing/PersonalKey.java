package se.justera.signing;

import se.justera.trust.SigningKey;

/** A key that makes one signature for one person and is let go of. */
interface PersonalKey extends SigningKey, AutoCloseable {

    @Override
    void close();
}

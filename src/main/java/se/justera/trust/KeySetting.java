package se.justera.trust;

/**
 * The settings that name a key, for sentences about it.
 *
 * @param name what the key is for, e.g. {@code seal}
 * @param store the setting of where it is
 * @param password the setting of its password or PIN
 */
record KeySetting(String name, String store, String password) {

    private static final String PREFIX = "justera.trust.";

    /** One of the keys that every installation has. */
    static KeySetting of(String name) {
        return new KeySetting(name, PREFIX + name + "-store", PREFIX + name + "-password");
    }

    /** The own seal of an association, counted from 0. */
    static KeySetting ownSeal(int number) {
        String seal = "seals[" + number + "]";
        return new KeySetting(seal, PREFIX + seal + ".store", PREFIX + seal + ".password");
    }
}

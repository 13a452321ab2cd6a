package se.justera.trust;

/** Answers time-stamp requests (RFC 3161) with the key of this installation. */
public interface TimeStampAuthority {

    /**
     * The DER of a response: a time-stamp, or a refusal that says why.
     *
     * @param request untrusted bytes
     */
    byte[] answer(byte[] request);
}

package se.justera.notify;

/** Takes letters to the mail server. No body of a mail is kept. */
public interface PostOffice {

    /** @throws LetterNotSent if the mail server does not take it within the time-outs: try again later */
    void send(Letter letter);
}

package se.justera.desk;

/** A write to something that exists did not say which version it has seen: 428. */
public class NoIfMatch extends RuntimeException {

    public NoIfMatch() {
        super("the request has no If-Match");
    }
}

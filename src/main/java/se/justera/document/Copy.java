package se.justera.document;

import java.util.List;

/** What is made out of a signed document for others to read: it says so, and what of, and has no signature fields of people. */
interface Copy {

    /** What stands before the title at the head of each page; empty if the title says it. */
    String word(Labels labels);

    /** The lines at the foot of each page. */
    List<String> foot(Labels labels);

    /** What stands at the foot of each page where the minutes have cells to sign in by hand; empty for nothing. */
    default String insteadOfInitials(Labels labels) {
        return "";
    }

    /** True where the certificates are samples. */
    boolean trial();

    /** True if what is said of the signatures stands where the minutes have their signatures, else it stands last. */
    boolean isLaidOutAsTheMinutes();

    /** Copies that were handed out keep theirs. */
    default Wording wording() {
        return Wording.NEWEST;
    }

    /** Below the title: what this is. */
    void notice(Markup out, Labels labels);

    /** In place of the signatures: who signed the original, and how it and this are checked. */
    void ending(Markup out, Labels labels);
}

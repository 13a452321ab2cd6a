package se.justera.intake;

import java.util.ArrayList;
import java.util.List;

/** The remarks made while a file is read, in the reader's language. */
final class Findings {

    private static final int MOST = 500;

    private final Wording wording;
    private final List<Remark> remarks = new ArrayList<>();

    Findings(Wording wording) {
        this.wording = wording;
    }

    void add(String at, String key, Object... arguments) {
        if (remarks.size() < MOST) {
            remarks.add(wording.remark(at, Remark.Severity.REMARK, key, arguments));
        }
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** The beginning of a text, to be quoted in a remark. */
    static String start(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60).strip() + "…";
    }
}

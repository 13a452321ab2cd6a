package se.justera.validation.inspection;

import se.justera.validation.Unreadable;

/** What was handed in is not taken; nothing of it is kept. */
public abstract class InspectionRefused extends RuntimeException {

    private final String key;
    private final Object limit;

    InspectionRefused(String key, Object limit, String message) {
        super(message);
        this.key = key;
        this.limit = limit;
    }

    /** The end of the key of its sentence, {@code inspection.refused.KEY}. */
    public String key() {
        return key;
    }

    /** The limit that the sentence names: a number, or a size with its unit; 0 if there is none. */
    public Object limit() {
        return limit;
    }

    /** No ZIP, one that claims what cannot be, or one without a PDF. */
    public static final class NotAnArchive extends InspectionRefused {
        NotAnArchive(Unreadable why) {
            super(why.name(), 0, "the archive is not taken: " + why);
        }
    }

    /** One signed container, which the page for single files validates as a whole. */
    public static final class OneContainer extends InspectionRefused {
        OneContainer() {
            super("CONTAINER", 0, "a signed container is one file");
        }
    }

    /** More bytes than are taken. */
    public static final class TooLarge extends InspectionRefused {
        TooLarge(String size) {
            super("TOO_LARGE", size, "an archive has at most " + size);
        }
    }

    /** More files than are taken. */
    public static final class TooManyFiles extends InspectionRefused {
        TooManyFiles(int files) {
            super("TOO_MANY_FILES", files, "an archive has at most " + files + " files");
        }
    }

    /** It grows to more than is taken when it is unpacked. */
    public static final class TooLargeUnpacked extends InspectionRefused {
        TooLargeUnpacked(String size) {
            super("TOO_LARGE_UNPACKED", size, "an archive unpacks to at most " + size);
        }
    }

    /** The account has as many as it may have at a time. */
    public static final class TooMany extends InspectionRefused {
        TooMany(int most) {
            super("TOO_MANY", most, "an account has at most " + most + " inspections");
        }
    }
}

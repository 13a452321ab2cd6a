package se.justera.association;

/** A file that does not become a logo, and why. */
public abstract class LogoRefused extends RuntimeException {

    private LogoRefused(String reason) {
        super(reason);
    }

    /** Neither a PNG nor an SVG picture, or a damaged one. */
    public static final class NoPicture extends LogoRefused {
        NoPicture() {
            super("The file is neither a PNG nor an SVG picture that can be read.");
        }
    }

    /** More bytes than a logo needs. */
    public static final class TooLarge extends LogoRefused {
        TooLarge() {
            super("The file is larger than 1 MB.");
        }
    }

    /** More pixels, or more shapes, than a logo needs; known before anything is drawn. */
    public static final class TooDetailed extends LogoRefused {
        TooDetailed() {
            super("The picture is larger than 4000 by 4000 pixels, or has more than 5000 shapes.");
        }
    }

    /** An SVG picture that runs scripts or fetches something. */
    public static final class ReachesOut extends LogoRefused {
        ReachesOut() {
            super("The SVG picture has scripts, or refers to other files.");
        }
    }
}

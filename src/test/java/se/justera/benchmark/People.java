package se.justera.benchmark;

import java.util.List;
import java.util.stream.IntStream;
import se.justera.minutes.Draft;
import se.justera.minutes.Draft.Signatory;
import se.justera.minutes.Draft.SignatoryRole;

/** Invented signatories. */
final class People {

    private People() {}

    /** The same draft, to be signed by so many. */
    static Draft sign(Draft draft, int people) {
        List<Signatory> signatories = IntStream.rangeClosed(1, people)
                .mapToObj(n -> new Signatory("Person " + n, SignatoryRole.ADJUSTER, null, null))
                .toList();
        return draft.withSignatories(signatories);
    }
}

package se.justera.signing;

import eu.europa.esig.dss.signature.resources.InMemoryResourcesHandler;
import java.io.ByteArrayOutputStream;

/** The bytes of a document being signed, with room from the start: growing would hold a large one three times. */
final class PreparedBytes extends InMemoryResourcesHandler {

    private final int room;

    PreparedBytes(int room) {
        this.room = room;
    }

    @Override
    protected ByteArrayOutputStream buildOutputStream() {
        return new ByteArrayOutputStream(room);
    }
}

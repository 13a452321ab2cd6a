package se.justera.archive;

import se.justera.kernel.MinutesId;

/** Which stored revision it is, without its bytes. */
public record RevisionPlace(MinutesId minutes, int round, int number) {}

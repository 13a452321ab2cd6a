package se.justera.trust;

import eu.europa.esig.dss.model.tsl.InfoRecord;
import eu.europa.esig.dss.model.tsl.ParsingInfoRecord;
import eu.europa.esig.dss.model.tsl.TLInfo;
import eu.europa.esig.dss.model.tsl.ValidationInfoRecord;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one trusted list.
 *
 * @param name where it comes from
 * @param territory whose it is, e.g. {@code SE}
 * @param loaded when it was last read with success
 * @param services how many trust services it lists
 * @param error why it is not used; null if it is
 * @param remark what is amiss although it is used, e.g. that the last try to fetch a newer one failed
 */
public record ListState(
        String name,
        @Nullable String territory,
        @Nullable Integer sequenceNumber,
        @Nullable Instant issued,
        @Nullable Instant nextUpdate,
        @Nullable Instant loaded,
        int services,
        @Nullable String error,
        @Nullable String remark) {

    static ListState notYet(String name) {
        return unusable(name, "it has not been read yet");
    }

    static ListState unusable(String name, String error) {
        return new ListState(name, null, null, null, null, null, 0, error, null);
    }

    /** @param authentic whether it is taken as authentic without its signature */
    static ListState of(String name, TLInfo info, boolean authentic, Instant now) {
        ParsingInfoRecord content = info.getParsingCacheInfo();
        if (content == null || !content.isResultExist()) {
            return unusable(name, failure(info, "it is no trusted list"));
        }
        Instant nextUpdate = instant(content.getNextUpdateDate());
        boolean expired = !authentic && (nextUpdate == null || nextUpdate.isBefore(now));
        String error = expired
                ? "it is out of date"
                : authentic || signed(info.getValidationCacheInfo())
                        ? null
                        : failure(info, "its signature is not valid");
        return new ListState(
                name,
                content.getTerritory(),
                content.getSequenceNumber(),
                instant(content.getIssueDate()),
                nextUpdate,
                instant(info.getDownloadCacheInfo().getLastSuccessSynchronizationTime()),
                content.getTSNumber(),
                error,
                notFetched(info));
    }

    private static @Nullable String notFetched(TLInfo info) {
        return info.getDownloadCacheInfo().isError()
                ? "the last try to fetch it failed: "
                        + info.getDownloadCacheInfo().getExceptionMessage()
                : null;
    }

    ListState loadedAt(@Nullable Instant at) {
        return new ListState(
                name, territory, sequenceNumber, issued, nextUpdate, at == null ? loaded : at, services, error, remark);
    }

    /** @param why null leaves it as it is */
    ListState remarked(@Nullable String why) {
        return why == null
                ? this
                : new ListState(name, territory, sequenceNumber, issued, nextUpdate, loaded, services, error, why);
    }

    private static boolean signed(@Nullable ValidationInfoRecord validation) {
        return validation != null && validation.isValid();
    }

    private static String failure(TLInfo info, String otherwise) {
        return Stream.of(info.getDownloadCacheInfo(), info.getParsingCacheInfo(), info.getValidationCacheInfo())
                .filter(step -> step != null && step.isError())
                .map(InfoRecord::getExceptionMessage)
                .filter(message -> message != null && !message.isBlank())
                .findFirst()
                .orElse(otherwise);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    /** Whether what it lists is trusted. */
    public boolean usable() {
        return error == null;
    }

    /** Whether a newer one should have come by now. */
    public boolean outOfDate(Instant now) {
        return nextUpdate != null && nextUpdate.isBefore(now);
    }

    /** Whose it is, or where it comes from. */
    public String label() {
        return territory == null ? name : territory;
    }
}

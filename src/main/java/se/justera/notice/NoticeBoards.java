package se.justera.notice;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.justera.kernel.Actor;
import se.justera.kernel.TenantId;

/**
 * The boards that an association's minutes are announced on, and the office that sees to it; the administrator's.
 * Each change stands in the association's own trail.
 */
public interface NoticeBoards {

    /** By name. */
    List<NoticeBoard> of(TenantId tenant);

    /**
     * Adds a board.
     *
     * @param address http or https; null or blank if it is not on the web
     * @throws BoardRefused without a name, with one that is there already, or with an address that is none
     */
    NoticeBoard add(TenantId tenant, Actor administrator, String name, @Nullable String address);

    /** Notices that were posted there stay as they are. */
    void remove(TenantId tenant, Actor administrator, UUID board);

    /** What has been said of the office; until then the association keeps its minutes itself and nobody is told. */
    Office office(TenantId tenant);

    /** @throws BoardRefused if the mail address is none, or it does not say where the minutes are kept */
    void move(TenantId tenant, Actor administrator, Office office);
}

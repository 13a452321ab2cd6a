package se.justera.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The notice board of a member municipality or region (FinsamL 19 §).
 *
 * @param address where it is on the web, if it is
 */
public record NoticeBoard(UUID id, String name, @Nullable String address) {}

package dev.vetrina.live.follow;

import java.time.Instant;
import java.util.UUID;

/**
 * One telling of one thing about a session.
 *
 * @param startsAt the start that it is about
 * @param toldUpTo whoever comes up to here has been told
 */
record Notice(UUID id, UUID sessionId, UUID creatorId, NoticeKind kind, Instant startsAt, String toldUpTo) {}

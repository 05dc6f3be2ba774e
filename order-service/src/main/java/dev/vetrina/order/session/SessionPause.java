package dev.vetrina.order.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time in which a show stood still. Public, because Hibernate reads it as part of the row. */
public record SessionPause(Instant pausedAt, @Nullable Instant resumedAt) {}

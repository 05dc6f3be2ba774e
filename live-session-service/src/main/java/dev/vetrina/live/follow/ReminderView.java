package dev.vetrina.live.follow;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Reminder", description = "A session of which the caller wants to be reminded")
record ReminderView(UUID sessionId, Instant createdAt) {}

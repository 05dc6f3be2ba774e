package dev.vetrina.live.session;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ScheduleSession")
record ScheduleRequest(
        @NotNull @Schema(description = "Not in the past", examples = "2030-03-01T20:00:00Z")
        Instant startsAt) {}

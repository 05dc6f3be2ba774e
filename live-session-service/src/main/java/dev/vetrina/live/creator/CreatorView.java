package dev.vetrina.live.creator;

import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.Versioned;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Creator", description = "Someone who hosts sessions")
record CreatorView(
        UUID id,
        long version,

        @Schema(description = "Unique, lower case", examples = "anna.cooks")
        String handle,

        String displayName,

        @Schema(description = "Customers who follow; they do not raise the version")
        long followers,

        Instant createdAt)
        implements Identified, Versioned {}

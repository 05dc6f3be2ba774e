package dev.vetrina.live.follow;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Follow", description = "A creator whom the caller follows")
record FollowView(UUID creatorId, Instant followedAt) {}

package dev.vetrina.live.feed;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FeedTicket", description = "Opens the session's feed, given as its parameter `ticket`")
record FeedTicketView(
        String ticket,
        Instant expiresAt,

        @Schema(description = "A pseudonym: the same for one customer in one session")
        String viewerId) {}

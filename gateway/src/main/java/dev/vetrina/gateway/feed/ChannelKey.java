package dev.vetrina.gateway.feed;

import java.util.UUID;

/** A session as it is shown in one market. */
record ChannelKey(UUID sessionId, String market) {}

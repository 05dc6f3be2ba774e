package dev.vetrina.gateway.feed;

import dev.vetrina.gateway.web.SessionPaths;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer asks for.
 *
 * @param lastEventId the last fact that the viewer has seen, of one who comes back
 * @param ticket says who the viewer is
 * @param viewerId an anonymous viewer's own name for itself
 */
record FeedRequest(
        ChannelKey channel,
        @Nullable Long lastEventId,
        @Nullable String ticket,
        @Nullable String viewerId) {

    private static final Pattern MARKET = Pattern.compile("[A-Z]{2}");
    private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");
    private static final int MAX_TICKET_LENGTH = 2048;
    private static final int MAX_VIEWER_LENGTH = 128;

    /** @throws ProblemException if it cannot be understood */
    static FeedRequest of(String sessionId, HttpServerRequest request) {
        if (!SessionPaths.isId(sessionId)) {
            throw ProblemException.notFound("session", sessionId);
        }
        String market = request.getParam("market");
        if (market == null || !MARKET.matcher(market).matches()) {
            throw ProblemException.invalid("market", "must be the ISO 3166 code of a market, such as GB");
        }
        return new FeedRequest(
                new ChannelKey(UUID.fromString(sessionId), market),
                lastEventId(request.getHeader("Last-Event-ID")),
                bounded("ticket", request.getParam("ticket"), MAX_TICKET_LENGTH),
                bounded("viewer", viewerId(request), MAX_VIEWER_LENGTH));
    }

    private static @Nullable Long lastEventId(@Nullable String header) {
        if (header == null || header.isEmpty()) {
            return null;
        }
        if (!SEQUENCE.matcher(header).matches()) {
            throw ProblemException.malformed("invalid-last-event-id", "Last-Event-ID is not one of this feed's ids.");
        }
        return Long.valueOf(header);
    }

    private static @Nullable String viewerId(HttpServerRequest request) {
        return Optional.ofNullable(request.getParam("viewer"))
                .or(() -> Optional.ofNullable(request.getCookie("viewer")).map(Cookie::getValue))
                .orElse(null);
    }

    private static @Nullable String bounded(String name, @Nullable String value, int maxLength) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (value.length() > maxLength) {
            throw ProblemException.invalid(name, "must have at most " + maxLength + " characters");
        }
        return value;
    }
}

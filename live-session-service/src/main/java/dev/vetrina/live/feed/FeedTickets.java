package dev.vetrina.live.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tickets for the feed, which a browser's EventSource can send where it cannot send a token. They carry a pseudonym that
 * is the same for one subject in one session and says nothing anywhere else.
 */
@ApplicationScoped
public class FeedTickets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int PSEUDONYM_BYTES = 16;

    private final FeedConfig config;
    private final Clock clock;

    FeedTickets(FeedConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** @param subject the caller's, or empty for an anonymous viewer, who gets another pseudonym each time */
    FeedTicketView issue(UUID sessionId, String subject) {
        Instant expiresAt = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(config.ticketSeconds());
        String viewerId = subject.isEmpty()
                ? pseudonym("anonymous", sessionId, Ids.next().toString())
                : pseudonym("subject", sessionId, subject);
        return new FeedTicketView(
                viewerId + "." + expiresAt.getEpochSecond() + "." + signature(sessionId, viewerId, expiresAt),
                expiresAt,
                viewerId);
    }

    /**
     * Returns the viewer id that a ticket carries.
     *
     * @throws ProblemException 401 {@code invalid-ticket} if it is not ours, of another session or expired
     */
    public String viewerId(UUID sessionId, String ticket) {
        return holder(sessionId, ticket).orElseThrow(FeedTickets::invalid);
    }

    /** Whether it is a valid ticket of this session. */
    public boolean opens(UUID sessionId, String ticket) {
        return holder(sessionId, ticket).isPresent();
    }

    private Optional<String> holder(UUID sessionId, String ticket) {
        String[] parts = ticket.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        Instant expiresAt = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        byte[] expected = signature(sessionId, parts[0], expiresAt).getBytes(UTF_8);
        if (!MessageDigest.isEqual(expected, parts[2].getBytes(UTF_8))
                || !clock.instant().isBefore(expiresAt)) {
            return Optional.empty();
        }
        return Optional.of(parts[0]);
    }

    /** What presence counts a viewer by. */
    String viewerHash(UUID sessionId, String viewerId) {
        return pseudonym("presence", sessionId, viewerId);
    }

    private String signature(UUID sessionId, String viewerId, Instant expiresAt) {
        return base64(mac("ticket", sessionId, viewerId + "." + expiresAt.getEpochSecond()));
    }

    private String pseudonym(String purpose, UUID sessionId, String name) {
        return base64(Arrays.copyOf(mac(purpose, sessionId, name), PSEUDONYM_BYTES));
    }

    private byte[] mac(String purpose, UUID sessionId, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(config.ticketKey().getBytes(UTF_8), ALGORITHM));
            return mac.doFinal((purpose + "/" + sessionId + "/" + text).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static ProblemException invalid() {
        return ProblemException.of(
                401,
                "invalid-ticket",
                "The ticket does not open this feed",
                "It is not valid for this session, or no longer. Ask for a new one.");
    }
}

package dev.vetrina.live.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what viewers show later: {@code <viewer id>.<end>.<signature>}. What was signed for one purpose or session is worth
 * nothing for another.
 */
@ApplicationScoped
class Seals {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int PSEUDONYM_BYTES = 16;

    private final FeedConfig config;
    private final Clock clock;

    Seals(FeedConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    String sealed(String purpose, UUID sessionId, String viewerId, Instant expiresAt) {
        return viewerId + "." + expiresAt.getEpochSecond() + "." + signature(purpose, sessionId, viewerId, expiresAt);
    }

    /** The viewer id; empty if it was not sealed here for this, or has ended. */
    Optional<String> holder(String purpose, UUID sessionId, String sealed) {
        String[] parts = sealed.split("\\.", -1);
        if (parts.length != 3 || !parts[1].matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        Instant expiresAt = Instant.ofEpochSecond(Long.parseLong(parts[1]));
        byte[] expected = signature(purpose, sessionId, parts[0], expiresAt).getBytes(UTF_8);
        if (!MessageDigest.isEqual(expected, parts[2].getBytes(UTF_8))
                || !clock.instant().isBefore(expiresAt)) {
            return Optional.empty();
        }
        return Optional.of(parts[0]);
    }

    /** The same for one name in one session, and it says nothing anywhere else. */
    String pseudonym(String purpose, UUID sessionId, String name) {
        return base64(Arrays.copyOf(mac(purpose, sessionId, name), PSEUDONYM_BYTES));
    }

    private String signature(String purpose, UUID sessionId, String viewerId, Instant expiresAt) {
        return base64(mac(purpose, sessionId, viewerId + "." + expiresAt.getEpochSecond()));
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
}

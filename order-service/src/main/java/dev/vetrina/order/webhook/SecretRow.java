package dev.vetrina.order.webhook;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key of signatures, in the form of Standard Webhooks: {@code whsec_} and 32 random bytes in Base64. */
@Entity
@Table(name = "webhook_secret")
class SecretRow {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // Queries read it.
    private UUID endpointId;

    private String secret;

    @SuppressWarnings("UnusedVariable") // For people who look into the database.
    private Instant createdAt;

    private @Nullable Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected SecretRow() {}

    SecretRow(UUID id, UUID endpointId, Instant now) {
        this.id = id;
        this.endpointId = endpointId;
        this.secret = random();
        this.createdAt = now;
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /** It signs until then, and a time that was set before is only ever brought forward. */
    void endAt(Instant end) {
        if (expiresAt == null || end.isBefore(expiresAt)) {
            expiresAt = end;
        }
    }

    String secret() {
        return secret;
    }
}

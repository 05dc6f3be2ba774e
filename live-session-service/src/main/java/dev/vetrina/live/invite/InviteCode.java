package dev.vetrina.live.invite;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A code that lets viewers into a session. */
@Entity
class InviteCode {

    @Id
    private UUID id;

    private UUID sessionId;

    /** Queries ask for it. */
    @SuppressWarnings("unused")
    private String codeDigest;

    private @Nullable String label;
    private @Nullable Integer maxUses;
    private int uses;
    private @Nullable Instant expiresAt;
    private Instant createdAt;
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init")
    protected InviteCode() {}

    @SuppressWarnings("NullAway.Init")
    InviteCode(UUID id, UUID sessionId, String code, InviteTerms terms, Instant now) {
        this.id = id;
        this.sessionId = sessionId;
        this.codeDigest = Secrets.codeDigest(code);
        this.label = terms.label();
        this.maxUses = terms.maxUses();
        this.expiresAt = terms.expiresAt();
        this.createdAt = now;
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    /** Another one on the same terms. */
    InviteCode successor(UUID newId, String code, Instant now) {
        return new InviteCode(newId, sessionId, code, new InviteTerms(label, maxUses, expiresAt), now);
    }

    boolean revoked() {
        return revokedAt != null;
    }

    boolean lapsed(Instant now) {
        return revokedAt != null || (expiresAt != null && !now.isBefore(expiresAt));
    }

    /** @return whether there was room for one more */
    boolean use() {
        if (maxUses != null && uses >= maxUses) {
            return false;
        }
        uses++;
        return true;
    }

    UUID id() {
        return id;
    }

    UUID sessionId() {
        return sessionId;
    }

    /** @param code itself, only when it was just made */
    InviteCodeView view(@Nullable String code) {
        return new InviteCodeView(id, code, label, maxUses, uses, expiresAt, createdAt, revokedAt);
    }
}

package dev.vetrina.order.returns;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A consumer's declaration to withdraw from a contract: prepared in a first step, and declared by confirming it. */
final class Withdrawal {

    private final Content content;
    private @Nullable Instant declaredAt;
    private long version;
    private boolean changed;

    /**
     * What is declared.
     *
     * @param name the consumer's; null once it was erased
     * @param lines units by line
     */
    record Content(
            UUID id,
            UUID orderId,
            String customerId,
            @Nullable String name,
            Map<UUID, Integer> lines,
            Instant preparedAt) {}

    Withdrawal(Content content, @Nullable Instant declaredAt, long version) {
        this.content = content;
        this.declaredAt = declaredAt;
        this.version = version;
    }

    static Withdrawal prepare(Content content) {
        Withdrawal prepared = new Withdrawal(content, null, 0);
        prepared.changed = true;
        return prepared;
    }

    void declare(Instant now) {
        if (declaredAt != null) {
            throw new IllegalStateException("withdrawal " + content.id() + " is declared already");
        }
        declaredAt = now;
        version++;
        changed = true;
    }

    Content content() {
        return content;
    }

    UUID id() {
        return content.id();
    }

    @Nullable
    Instant declaredAt() {
        return declaredAt;
    }

    WithdrawalStatus status() {
        return declaredAt == null ? WithdrawalStatus.PREPARED : WithdrawalStatus.DECLARED;
    }

    long version() {
        return version;
    }

    boolean changed() {
        return changed;
    }
}

package dev.vetrina.order.commit;

import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.idempotency.StoredAnswer;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What will be stored under an idempotency key if the draft is accepted: made before, so that the answer and its effect
 * commit together.
 *
 * @param key hexadecimal id of the key
 * @param bodyHash hexadecimal hash of the request's body
 * @param leasedUntil until when a repeat waits for whoever calls a provider after the commit; null: for nobody
 */
public record KeyedAnswer(
        String key,
        String bodyHash,
        StoredAnswer answer,
        @Nullable Instant leasedUntil) {

    static KeyedAnswer of(IdempotentRequest request, StoredAnswer answer) {
        return leased(request, answer, null);
    }

    static KeyedAnswer leased(IdempotentRequest request, StoredAnswer answer, @Nullable Instant until) {
        HexFormat hex = HexFormat.of();
        return new KeyedAnswer(hex.formatHex(request.id()), hex.formatHex(request.bodyHash()), answer, until);
    }
}

package dev.vetrina.order.commit;

import dev.vetrina.kit.idempotency.StoredAnswer;
import java.util.HexFormat;

/**
 * What will be stored under an idempotency key if the draft is accepted: made before, so that the answer and its effect
 * commit together.
 *
 * @param key hexadecimal id of the key
 * @param bodyHash hexadecimal hash of the request's body
 */
public record KeyedAnswer(String key, String bodyHash, StoredAnswer answer) {

    static KeyedAnswer of(byte[] key, byte[] bodyHash, StoredAnswer answer) {
        return new KeyedAnswer(HexFormat.of().formatHex(key), HexFormat.of().formatHex(bodyHash), answer);
    }
}

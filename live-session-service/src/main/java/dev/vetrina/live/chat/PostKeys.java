package dev.vetrina.live.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;

/** Which message an {@code Idempotency-Key} has posted: the same key gives the same id, whichever instance is asked. */
@ApplicationScoped
class PostKeys {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final EntityManager database;
    private final Clock clock;

    PostKeys(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param messageId the id that the message of this key has or will have
     * @param sameText whether the key came with this text before, if it came before
     */
    record Claim(UUID messageId, boolean sameText) {}

    /**
     * Never given back, also where the message is refused: a key that is used again can then not post twice, whatever became
     * of the first attempt.
     *
     * @throws ProblemException 400 {@code idempotency-key-invalid}
     */
    @Transactional
    Claim claim(String customerId, UUID sessionId, String key, String text) {
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.malformed(
                    "idempotency-key-invalid", "An Idempotency-Key has 1 to 255 visible ASCII characters.");
        }
        int _ = database.createNativeQuery("""
                        insert into chat_key (customer_id, session_id, key_hash, text_hash, message_id, created_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing
                        """)
                .setParameter(1, customerId)
                .setParameter(2, sessionId)
                .setParameter(3, sha256(key))
                .setParameter(4, sha256(text))
                .setParameter(5, Ids.next())
                .setParameter(6, clock.instant())
                .executeUpdate();
        Tuple claimed = (Tuple) database.createNativeQuery("""
                        select message_id, text_hash = ?4 from chat_key
                        where customer_id = ?1 and session_id = ?2 and key_hash = ?3
                        """, Tuple.class)
                .setParameter(1, customerId)
                .setParameter(2, sessionId)
                .setParameter(3, sha256(key))
                .setParameter(4, sha256(text))
                .getSingleResult();
        return new Claim(claimed.get(0, UUID.class), claimed.get(1, Boolean.class));
    }

    /** A short text can be guessed from its hash. The key stays, so that it posts nothing again. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forgetText(String customerId, UUID messageId) {
        int _ = database.createNativeQuery(
                        "update chat_key set text_hash = '' where customer_id = ?1 and message_id = ?2")
                .setParameter(1, customerId)
                .setParameter(2, messageId)
                .executeUpdate();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

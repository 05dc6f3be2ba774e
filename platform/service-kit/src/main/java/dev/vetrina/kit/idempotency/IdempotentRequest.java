package dev.vetrina.kit.idempotency;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The key of the current request, and what its body was. */
@RequestScoped
public class IdempotentRequest {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private byte @Nullable [] id;
    private byte @Nullable [] bodyHash;
    private String path = "";
    private String query = "";
    private @Nullable Instant leasedUntil;

    void begin(String caller, String method, String path, @Nullable String query, @Nullable String key) {
        if (key == null) {
            throw ProblemException.malformed(
                    "idempotency-key-required", "Send an Idempotency-Key, a fresh one for every new intent.");
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.malformed(
                    "idempotency-key-invalid", "An Idempotency-Key has 1 to 255 visible ASCII characters.");
        }
        this.path = path;
        this.query = query == null ? "" : query;
        id = sha256(String.join("\n", caller, method, path, key).getBytes(StandardCharsets.UTF_8));
        body(new byte[0]);
    }

    void body(byte[] bytes) {
        MessageDigest hash = sha256();
        hash.update(query.getBytes(StandardCharsets.UTF_8));
        hash.update((byte) '\n');
        bodyHash = hash.digest(bytes);
    }

    /** SHA-256 over caller, method, path and key. */
    public byte[] id() {
        return Optional.ofNullable(id).orElseThrow(IdempotentRequest::notIdempotent);
    }

    /** SHA-256 over the query, which can say what is to be done as well as the body can, and the raw body. */
    public byte[] bodyHash() {
        return Optional.ofNullable(bodyHash).orElseThrow(IdempotentRequest::notIdempotent);
    }

    String path() {
        return path;
    }

    void leasedUntil(@Nullable Instant end) {
        leasedUntil = end;
    }

    @Nullable
    Instant leasedUntil() {
        return leasedUntil;
    }

    private static IllegalStateException notIdempotent() {
        return new IllegalStateException("the resource method is not @Idempotent");
    }

    private static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}

package dev.vetrina.kit.idempotency;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    void begin(String caller, String method, String path, @Nullable String key) {
        if (key == null) {
            throw ProblemException.malformed(
                    "idempotency-key-required", "Send an Idempotency-Key, a fresh one for every new intent.");
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.malformed(
                    "idempotency-key-invalid", "An Idempotency-Key has 1 to 255 visible ASCII characters.");
        }
        this.path = path;
        id = sha256(String.join("\n", caller, method, path, key).getBytes(StandardCharsets.UTF_8));
        bodyHash = sha256(new byte[0]);
    }

    void body(byte[] bytes) {
        bodyHash = sha256(bytes);
    }

    /** SHA-256 over caller, method, path and key. */
    public byte[] id() {
        return Optional.ofNullable(id).orElseThrow(IdempotentRequest::notIdempotent);
    }

    /** SHA-256 over the raw body. */
    public byte[] bodyHash() {
        return Optional.ofNullable(bodyHash).orElseThrow(IdempotentRequest::notIdempotent);
    }

    String path() {
        return path;
    }

    private static IllegalStateException notIdempotent() {
        return new IllegalStateException("the resource method is not @Idempotent");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}

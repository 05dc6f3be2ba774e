package dev.vetrina.live.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells ingest servers from everybody else. It comes in the address of the hook, the one thing that both servers can be told
 * to send.
 */
@ApplicationScoped
class HookSecret {

    private final StreamConfig config;

    HookSecret(StreamConfig config) {
        this.config = config;
    }

    /** @throws ProblemException 401 {@code hook-secret-invalid}, also where none is configured */
    void require(@Nullable String shown) {
        Optional<String> secret = config.hookSecret();
        boolean same = secret.isPresent()
                && shown != null
                && MessageDigest.isEqual(secret.get().getBytes(UTF_8), shown.getBytes(UTF_8));
        if (!same) {
            throw ProblemException.of(
                    401,
                    "hook-secret-invalid",
                    "Only ingest servers are heard here",
                    "The parameter `secret` is not the one that is configured, or none is.");
        }
    }
}

package dev.vetrina.order.commit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.idempotency.StoredAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Makes the answers that are stored with a draft, on the thread of the request. */
@ApplicationScoped
public class Answers {

    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The answer 201 to the request.
     *
     * @param location path of what was created, or null if it has none
     */
    public KeyedAnswer created(IdempotentRequest request, @Nullable String location, Object view) {
        try {
            var answer = new StoredAnswer(201, location, json.writeValueAsString(view));
            return KeyedAnswer.of(request.id(), request.bodyHash(), answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

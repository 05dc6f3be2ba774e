package dev.vetrina.order.commit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.idempotency.StoredAnswer;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The answers that are stored with a draft, made on the thread of the request. */
@ApplicationScoped
public class Answers {

    private static final StoredAnswer NEVER_STORED = new StoredAnswer(500, null, null);

    private final ObjectMapper json;
    private final GroupCommit groupCommit;

    Answers(ObjectMapper json, GroupCommit groupCommit) {
        this.json = json;
        this.groupCommit = groupCommit;
    }

    /**
     * Prepares a draft. What the preparation refuses is refused only if the request was not answered before: looking its key up
     * first would cost every other request a round trip.
     *
     * @throws ProblemException the refusal, or 422 if the key was used with another body
     * @throws dev.vetrina.kit.idempotency.ReplayException with the earlier answer
     */
    public <T> T unlessAnswered(IdempotentRequest request, Supplier<T> preparation) {
        try {
            return preparation.get();
        } catch (ProblemException refusal) {
            KeyedAnswer key = KeyedAnswer.of(request.id(), request.bodyHash(), NEVER_STORED);
            throw groupCommit.submit(new RefuseUnlessAnswered(key, refusal));
        }
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

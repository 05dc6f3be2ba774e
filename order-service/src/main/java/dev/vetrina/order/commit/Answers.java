package dev.vetrina.order.commit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.kit.idempotency.IdempotencyLocks;
import dev.vetrina.kit.idempotency.IdempotentRequest;
import dev.vetrina.kit.idempotency.ReplayException;
import dev.vetrina.kit.idempotency.StoredAnswer;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The answers that are stored with a draft, made on the thread of the request. */
@ApplicationScoped
public class Answers {

    private static final StoredAnswer NEVER_STORED = new StoredAnswer(500, null, null);

    private final ObjectMapper json;
    private final GroupCommit groupCommit;
    private final Clock clock;

    Answers(ObjectMapper json, GroupCommit groupCommit, Clock clock) {
        this.json = json;
        this.groupCommit = groupCommit;
        this.clock = clock;
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
            KeyedAnswer key = KeyedAnswer.of(request, NEVER_STORED);
            throw groupCommit.submit(new RefuseUnlessAnswered(key, refusal));
        }
    }

    /**
     * The answer 201 to the request.
     *
     * @param location path of what was created, or null if it has none
     */
    public KeyedAnswer created(IdempotentRequest request, @Nullable String location, Object view) {
        return KeyedAnswer.of(request, new StoredAnswer(201, location, write(view)));
    }

    /**
     * The answer of which a repeat takes no more than where it is: it is told the state of then, by {@link #replayed}. It is stored
     * under a lease, for a request that calls a provider after the commit: see {@link KeyLeases}.
     *
     * @param location path of what was created, or null if nothing was
     */
    public KeyedAnswer underLease(IdempotentRequest request, int status, @Nullable String location) {
        // As exact as the database keeps it, for whoever holds a lease is known by its end.
        Instant until = clock.instant().plus(IdempotencyLocks.LEASE).truncatedTo(ChronoUnit.MICROS);
        return KeyedAnswer.leased(request, new StoredAnswer(status, location, null), until);
    }

    /** The id of what an earlier run of the request has created. */
    public static UUID createdId(ReplayException replay) {
        String location = Objects.requireNonNull(replay.answer().location(), "what was created has a location");
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    /** The answer to a repeat that tells the present state instead of the stored one. */
    public ReplayException replayed(ReplayException replay, Object view) {
        StoredAnswer stored = replay.answer();
        return new ReplayException(new StoredAnswer(stored.status(), stored.location(), write(view)));
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

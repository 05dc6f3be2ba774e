package dev.vetrina.live.chat;

import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Messages wherever they are: stored, or on the way there and so far only in Kafka and in memory. */
@ApplicationScoped
class Messages {

    private final ChatMessageRepository stored;
    private final Lanes lanes;
    private final Paces paces;
    private final Clock clock;

    Messages(ChatMessageRepository stored, Lanes lanes, Paces paces, Clock clock) {
        this.stored = stored;
        this.lanes = lanes;
        this.paces = paces;
        this.clock = clock;
    }

    /** A message as it is now; none that is erased. */
    @Transactional
    Optional<ChatMessagePosted> find(UUID sessionId, UUID id) {
        Optional<ChatMessage> row =
                stored.findByIdOptional(id).filter(found -> found.sessionId().equals(sessionId));
        return row.isPresent()
                ? row.filter(found -> found.state() != MessageState.ERASED).map(ChatMessage::posted)
                : onItsWay(sessionId, id);
    }

    /** Whether it was there and is gone for good. */
    @Transactional
    boolean erased(UUID id) {
        return stored.findByIdOptional(id)
                .filter(found -> found.state() == MessageState.ERASED)
                .isPresent();
    }

    /**
     * Locks a message for a decision. One that is not stored yet is stored now, so that the decision is there before the batch.
     *
     * @throws ProblemException 404 {@code not-found}, or {@code not-yet-visible} if it may be on its way
     */
    @Transactional(Transactional.TxType.MANDATORY)
    ChatMessage lock(UUID sessionId, UUID id) {
        Optional<ChatMessage> found = stored.lock(id);
        if (found.isEmpty()) {
            onItsWay(sessionId, id).ifPresent(message -> stored.store(List.of(message)));
            found = stored.lock(id);
        }
        if (found.isEmpty()) {
            throw ProblemException.unknownToView("message", id, clock.instant());
        }
        return found.filter(message -> message.sessionId().equals(sessionId))
                .filter(message -> message.state() != MessageState.ERASED)
                .orElseThrow(() -> ProblemException.notFound("message", id));
    }

    private Optional<ChatMessagePosted> onItsWay(UUID sessionId, UUID id) {
        return lanes.find(sessionId, id)
                .or(() -> paces.sentHere(id))
                .filter(message -> message.sessionId().equals(sessionId));
    }
}

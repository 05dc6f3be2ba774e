package dev.vetrina.live.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.live.session.Part;
import dev.vetrina.live.session.ShownChat.PinnedMessage;
import dev.vetrina.live.timeline.FactKind;
import dev.vetrina.live.timeline.FactLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The one message of a session that stays on the screen, and the facts that tell of it. */
@ApplicationScoped
class ChatPins {

    private final EntityManager database;
    private final ChatMessageRepository messages;
    private final FactLog facts;
    private final ObjectMapper json;

    ChatPins(EntityManager database, ChatMessageRepository messages, FactLog facts, ObjectMapper json) {
        this.database = database;
        this.messages = messages;
        this.facts = facts;
        this.json = json;
    }

    /** Takes the place of what was pinned before. The same message again changes nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    void pin(ChatMessagePosted message, Instant now) {
        int changed = database.createNativeQuery("""
                        insert into chat_pin as p (session_id, message_id, pinned_at) values (?1, ?2, ?3)
                        on conflict (session_id) do update set message_id = excluded.message_id, pinned_at = excluded.pinned_at
                        where p.message_id <> excluded.message_id
                        """)
                .setParameter(1, message.sessionId())
                .setParameter(2, message.messageId())
                .setParameter(3, now)
                .executeUpdate();
        if (changed > 0) {
            facts.record(message.sessionId(), FactKind.CHAT_MESSAGE_PINNED, json.valueToTree(shown(message)));
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void unpin(UUID sessionId) {
        List<UUID> unpinned = database.createNativeQuery(
                        "delete from chat_pin where session_id = ?1 returning message_id", UUID.class)
                .setParameter(1, sessionId)
                .getResultList();
        tell(sessionId, unpinned);
    }

    /** Messages that are no longer shown are not pinned either, and the timeline keeps that they were, not what they said. */
    @Transactional(Transactional.TxType.MANDATORY)
    void drop(UUID sessionId, Collection<UUID> messageIds) {
        List<UUID> unpinned = database.createNativeQuery(
                        "delete from chat_pin where session_id = ?1 and message_id in (?2) returning message_id",
                        UUID.class)
                .setParameter(1, sessionId)
                .setParameter(2, messageIds)
                .getResultList();
        tell(sessionId, unpinned);
        facts.redact(sessionId, FactKind.CHAT_MESSAGE_PINNED, "messageId", messageIds, "text", "authorName");
    }

    Optional<PinnedMessage> pinned(UUID sessionId) {
        List<UUID> pinned = database.createNativeQuery(
                        "select message_id from chat_pin where session_id = ?1", UUID.class)
                .setParameter(1, sessionId)
                .getResultList();
        return pinned.stream()
                .findFirst()
                .flatMap(messages::findByIdOptional)
                .filter(message -> message.state() == MessageState.VISIBLE)
                .map(message -> shown(message.posted()));
    }

    private void tell(UUID sessionId, List<UUID> unpinned) {
        unpinned.forEach(id ->
                facts.record(sessionId, FactKind.CHAT_MESSAGE_UNPINNED, json.valueToTree(Map.of("messageId", id))));
    }

    private static PinnedMessage shown(ChatMessagePosted message) {
        return new PinnedMessage(
                message.messageId(),
                message.text(),
                message.authorName(),
                Part.valueOf(message.role().name()));
    }
}

package dev.vetrina.live.moderation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

@ApplicationScoped
class ChatSettingsRepository implements PanacheRepositoryBase<ChatSettings, UUID> {

    /** Makes the row if there is none; the edit after it makes that version 1. */
    ChatSettings lock(UUID sessionId) {
        getEntityManager()
                .createNativeQuery("insert into chat_settings (session_id) values (?1) on conflict do nothing")
                .setParameter(1, sessionId)
                .executeUpdate();
        return findByIdOptional(sessionId, LockModeType.PESSIMISTIC_WRITE).orElseThrow();
    }

    ChatSettings of(UUID sessionId) {
        return findByIdOptional(sessionId).orElseGet(() -> ChatSettings.untouched(sessionId));
    }
}

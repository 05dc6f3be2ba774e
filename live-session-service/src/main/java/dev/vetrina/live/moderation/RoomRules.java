package dev.vetrina.live.moderation;

import dev.vetrina.live.moderation.Room.Restriction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads what holds in a room. */
@ApplicationScoped
class RoomRules {

    private final ChatSettingsRepository settings;
    private final SanctionRepository sanctions;
    private final Provider<RulesLog> rules;

    RoomRules(ChatSettingsRepository settings, SanctionRepository sanctions, Provider<RulesLog> rules) {
        this.settings = settings;
        this.sanctions = sanctions;
        this.rules = rules;
    }

    /** The version is read first: what changes meanwhile has a higher one, and the room is read again. */
    @Transactional
    Room read(UUID sessionId) {
        long version = rules.get().versions(List.of(sessionId)).getOrDefault(sessionId, 0L);
        Map<String, List<Restriction>> restrictions = sanctions.inForce(sessionId).stream()
                .collect(Collectors.groupingBy(
                        Sanction::customerId,
                        Collectors.mapping(
                                sanction -> new Restriction(sanction.kind(), sanction.endsAt()), Collectors.toList())));
        return new Room(version, settings.of(sessionId), restrictions);
    }
}

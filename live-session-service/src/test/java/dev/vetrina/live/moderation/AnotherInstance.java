package dev.vetrina.live.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.time.Clock;

/** Makes what another instance of the service would remember of the rules, on the same database. */
@ApplicationScoped
public class AnotherInstance {

    private final RoomRules source;
    private final Provider<RulesLog> rules;
    private final Clock clock;

    AnotherInstance(RoomRules source, Provider<RulesLog> rules, Clock clock) {
        this.source = source;
        this.rules = rules;
        this.clock = clock;
    }

    /** It compares nothing with the database until it is started, as an instance whose look is late. */
    public Rooms rooms() {
        return new Rooms(source, rules, clock);
    }
}

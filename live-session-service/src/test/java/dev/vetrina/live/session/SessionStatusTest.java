package dev.vetrina.live.session;

import static dev.vetrina.live.session.SessionStatus.CANCELLED;
import static dev.vetrina.live.session.SessionStatus.DRAFT;
import static dev.vetrina.live.session.SessionStatus.ENDED;
import static dev.vetrina.live.session.SessionStatus.LIVE;
import static dev.vetrina.live.session.SessionStatus.PAUSED;
import static dev.vetrina.live.session.SessionStatus.SCHEDULED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SessionStatusTest {

    private static final Map<SessionStatus, Set<SessionStatus>> LEGAL = Map.of(
            DRAFT, Set.of(SCHEDULED, CANCELLED),
            SCHEDULED, Set.of(SCHEDULED, LIVE, CANCELLED),
            LIVE, Set.of(PAUSED, ENDED),
            PAUSED, Set.of(LIVE, ENDED),
            ENDED, Set.of(),
            CANCELLED, Set.of());

    @ParameterizedTest
    @EnumSource
    void aSessionTakesOnlyTheStepsOfItsLife(SessionStatus from) {
        Set<SessionStatus> allowed = EnumSet.allOf(SessionStatus.class).stream()
                .filter(from::canBecome)
                .collect(Collectors.toSet());

        assertThat(allowed).isEqualTo(LEGAL.get(from));
    }
}

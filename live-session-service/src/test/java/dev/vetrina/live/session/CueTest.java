package dev.vetrina.live.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.kit.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CueTest {

    private static final UUID A = new UUID(7, 1);
    private static final UUID B = new UUID(7, 2);
    private static final UUID C = new UUID(7, 3);

    @Test
    void theLineupIsShownFromItsBeginningToItsEnd() {
        assertThat(new Cue(List.of(A, B, C), List.of()).next(null)).isEqualTo(A);
        assertThat(new Cue(List.of(A, B, C), List.of(A)).next(A)).isEqualTo(B);
        assertThat(new Cue(List.of(A, B, C), List.of(A, C, B)).next(B)).isEqualTo(C);
        refused("lineup-at-its-end", () -> new Cue(List.of(A, B, C), List.of(C)).next(C));
    }

    @Test
    void whoPressesASecondTimeHasBeenServed() {
        assertThat(new Cue(List.of(A, B, C), List.of(A, B)).pressedAgain(A)).isTrue();
        assertThat(new Cue(List.of(A, B, C), List.of(A)).pressedAgain(null)).isTrue();
        assertThat(new Cue(List.of(A, B, C), List.of(A, B)).pressedAgain(B)).isFalse();
        assertThat(new Cue(List.of(A, B, C), List.of()).pressedAgain(null)).isFalse();
    }

    @Test
    void whoSawSomethingElseIsTold() {
        refused("cue-stale", () -> new Cue(List.of(A, B, C), List.of(A, B)).next(C));
        refused("cue-stale", () -> new Cue(List.of(A, B, C), List.of()).next(A));
        refused("cue-stale", () -> new Cue(List.of(A, B, C), List.of(A, B)).next(null));
    }

    @Test
    void behindAProductThatHasLeftComesTheFirstThatWasNeverShown() {
        assertThat(new Cue(List.of(A, C), List.of(A, B)).next(B)).isEqualTo(C);
        refused("lineup-at-its-end", () -> new Cue(List.of(A), List.of(A, B)).next(B));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}

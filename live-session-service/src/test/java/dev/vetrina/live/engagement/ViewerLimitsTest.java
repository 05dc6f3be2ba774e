package dev.vetrina.live.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vetrina.kit.problem.ProblemException;
import io.github.bucket4j.TimeMeter;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewerLimitsTest {

    private static final UUID SESSION = UUID.randomUUID();
    private static final Viewer BEN = new Viewer(SESSION, "ben");

    private long nanos;
    private final ViewerLimits limits = new ViewerLimits("reactions", 10, 40, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void aViewerMayDoSoMuchAtOnceAndNoMore() {
        limits.take(BEN, 20);
        limits.take(BEN, 20);

        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> limits.take(BEN, 1));

        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.code()).isEqualTo("too-many-requests");
        assertThat(refusal.headers())
                .containsEntry("Retry-After", "1")
                .containsEntry("RateLimit-Policy", "\"reactions\";q=40;w=4")
                .containsEntry("RateLimit", "\"reactions\";r=0;t=1");
    }

    @Test
    void timeGivesBackWhatWasTaken() {
        limits.take(BEN, 40);
        nanos += 500_000_000L;
        limits.take(BEN, 5);

        assertThatThrownBy(() -> limits.take(BEN, 1)).isInstanceOf(ProblemException.class);
    }

    @Test
    void oneViewersHurryIsNoBusinessOfAnother() {
        limits.take(BEN, 40);

        limits.take(new Viewer(SESSION, "eve"), 40);
        limits.take(new Viewer(UUID.randomUUID(), "ben"), 40);
    }
}

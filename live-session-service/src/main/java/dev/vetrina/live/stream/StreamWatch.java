package dev.vetrina.live.stream;

import dev.vetrina.kit.problem.Outages;
import dev.vetrina.kit.time.Ticker;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Does what becomes due by time alone: a grace that ends, a silence that lasts. Every instance may do it. */
@ApplicationScoped
class StreamWatch {

    private static final Logger LOG = Logger.getLogger(StreamWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int AT_ONCE = 100;

    private final StreamRepository streams;
    private final StreamCourse course;
    private final Clock clock;
    private @Nullable Ticker ticker;

    StreamWatch(StreamRepository streams, StreamCourse course, Clock clock) {
        this.streams = streams;
        this.course = course;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker = Ticker.start("stream-watch", PAUSE, this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticker != null) {
            ticker.close();
        }
    }

    private void look() {
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> streams.due(clock.instant(), AT_ONCE));
        due.forEach(this::follow);
    }

    /** One that fails does not keep the others waiting. */
    private void follow(UUID sessionId) {
        try {
            course.followIfFree(sessionId);
        } catch (RuntimeException e) {
            if (Outages.causedBy(e)) {
                throw e;
            }
            LOG.errorf(e, "session %s does not follow its encoder", sessionId);
        }
    }
}

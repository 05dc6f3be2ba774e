package dev.vetrina.live.follow;

import dev.vetrina.events.ReminderEvent.ReminderDue;
import dev.vetrina.kit.outbox.Outbox;
import dev.vetrina.kit.time.Ticker;
import dev.vetrina.live.session.UnattendedSessions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what is due, some customers a transaction. Every instance may do it, and goes on where another one stopped. */
@ApplicationScoped
class NoticeWatch {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final NoticeRepository notices;
    private final UnattendedSessions sessions;
    private final Outbox outbox;
    private final FollowConfig config;
    private final Clock clock;
    private @Nullable Ticker ticker;

    NoticeWatch(
            NoticeRepository notices, UnattendedSessions sessions, Outbox outbox, FollowConfig config, Clock clock) {
        this.notices = notices;
        this.sessions = sessions;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        ticker = Ticker.start("notice-watch", PAUSE, this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        if (ticker != null) {
            ticker.close();
        }
    }

    private void look() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(() -> tellSome(now()));
        }
    }

    /** @return whether there was anything to tell */
    private boolean tellSome(Instant now) {
        Optional<Notice> due = notices.claimDue(now);
        due.ifPresent(notice -> {
            if (now.isAfter(notice.kind().worthUntil(notice.startsAt()))) {
                notices.finish(notice);
            } else {
                tellNext(notice, now);
            }
        });
        return due.isPresent();
    }

    private void tellNext(Notice notice, Instant now) {
        List<String> customers = notices.audience(notice, listed(notice), config.batch());
        if (!customers.isEmpty()) {
            outbox.publishAll(notices.tell(notice, customers, now).stream()
                    .map(customer -> reminder(notice, customer, now))
                    .toList());
            notices.goOn(notice, customers.getLast());
        }
        if (customers.size() < config.batch()) {
            notices.finish(notice);
        }
    }

    private boolean listed(Notice notice) {
        return sessions.standing(notice.sessionId())
                .filter(UnattendedSessions.Standing::listed)
                .isPresent();
    }

    private static ReminderDue reminder(Notice notice, String customer, Instant now) {
        return new ReminderDue(
                customer,
                now.toEpochMilli(),
                notice.sessionId(),
                notice.creatorId(),
                notice.kind().told(),
                notice.startsAt(),
                now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

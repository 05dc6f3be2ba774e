package dev.vetrina.live.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.events.EventJson;
import dev.vetrina.events.ReminderEvent.ReminderDue;
import dev.vetrina.events.ReminderEvent.ReminderKind;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.KafkaConnection;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoticesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    MovableClock clock;

    @Inject
    EntityManager database;

    @Inject
    KafkaConnection kafka;

    private @Nullable KafkaProbe probe;
    private final String anna = "anna-" + UUID.randomUUID();
    private final String ben = "ben-" + UUID.randomUUID();
    private Instant start = Instant.EPOCH;

    @BeforeEach
    void laterThisEvening() throws InterruptedException {
        // The service makes its topics when it reads them first, which may be a moment after its start.
        kafka.ensureTopics();
        probe = KafkaProbe.fromNow(Topics.LIVE_NOTIFICATIONS);
        start = clock.instant().truncatedTo(ChronoUnit.MICROS).plus(Duration.ofHours(1));
    }

    @AfterEach
    void tidyUp() {
        clock.reset();
        Objects.requireNonNull(probe).close();
    }

    @Test
    void whoFollowsIsToldOfTheAnnouncementAndOfTheStartAndNoMore() {
        Show show = Show.draft().withLineup(Goods.some());
        follow(anna, show);

        show.schedule(start).then().statusCode(200);
        awaitTold(anna, show, ReminderKind.SCHEDULED);
        show.command("start").then().statusCode(200);
        awaitTold(anna, show, ReminderKind.SCHEDULED, ReminderKind.LIVE);
        show.command("pause").then().statusCode(200);
        show.command("resume").then().statusCode(200);

        settle(show);
        assertThat(toldTo(anna, show)).containsExactly(ReminderKind.SCHEDULED, ReminderKind.LIVE);
        assertThat(remindersOf(anna, show).getFirst().startsAt()).isEqualTo(start);
    }

    @Test
    void whoAskedForItIsRemindedShortlyBefore() {
        Show show = scheduled();
        remind(ben, show);
        settle(show);
        assertThat(toldTo(ben, show)).isEmpty();

        clock.advance(Duration.ofMinutes(46));
        awaitTold(ben, show, ReminderKind.STARTING_SOON);
    }

    @Test
    void aSessionThatIsPutOffMovesItsReminder() {
        Show show = scheduled();
        remind(ben, show);
        show.schedule(start.plus(Duration.ofHours(5))).then().statusCode(200);
        awaitTold(ben, show, ReminderKind.POSTPONED);

        clock.advance(Duration.ofMinutes(46));
        // What is due of another show comes later than what would be of this one.
        settle(scheduled());
        assertThat(toldTo(ben, show)).as("not of the old start").containsExactly(ReminderKind.POSTPONED);
        clock.advance(Duration.ofHours(5));
        awaitTold(ben, show, ReminderKind.POSTPONED, ReminderKind.STARTING_SOON);
        assertThat(remindersOf(ben, show).getLast().startsAt()).isEqualTo(start.plus(Duration.ofHours(5)));
    }

    @Test
    void aSessionThatIsPutOffAndBackAgainRemindsOnce() {
        Show show = scheduled();
        remind(ben, show);
        show.schedule(start.plus(Duration.ofHours(5))).then().statusCode(200);
        awaitTold(ben, show, ReminderKind.POSTPONED);
        show.schedule(start).then().statusCode(200);
        awaitTold(ben, show, ReminderKind.POSTPONED, ReminderKind.POSTPONED);

        clock.advance(Duration.ofMinutes(46));
        awaitTold(ben, show, ReminderKind.POSTPONED, ReminderKind.POSTPONED, ReminderKind.STARTING_SOON);
    }

    @Test
    void ofWhatIsCancelledNobodyIsReminded() {
        Show show = scheduled();
        remind(ben, show);
        show.command("cancel").then().statusCode(200);
        settle(show);

        clock.advance(Duration.ofMinutes(46));
        settle(scheduled());
        assertThat(toldTo(ben, show)).isEmpty();
    }

    @Test
    void whoStoppedFollowingIsToldNothingMore() {
        Show show = Show.draft().withLineup(Goods.some());
        follow(anna, show);
        follow(ben, show);
        Api.as(Tokens.customer(anna))
                .delete("/v1/creators/" + show.creatorId() + "/follow")
                .then()
                .statusCode(204);

        show.schedule(start).then().statusCode(200);
        awaitTold(ben, show, ReminderKind.SCHEDULED);
        assertThat(toldTo(anna, show)).isEmpty();
    }

    @Test
    void manyAreToldEachOnceInMoreThanOneTransaction() {
        Show show = Show.draft().withLineup(Goods.some());
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                        insert into follow (creator_id, customer_id, followed_at)
                        select ?1, 'crowd-' || n, now() from generate_series(1, 1200) n
                        """)
                        .setParameter(1, show.creatorId())
                        .executeUpdate());

        show.schedule(start).then().statusCode(200);

        await().atMost(PATIENCE).until(() -> reminders(show).size() >= 1200);
        settle(show);
        assertThat(reminders(show)).hasSize(1200);
        assertThat(reminders(show)).extracting(ReminderDue::customerId).doesNotHaveDuplicates();
        // Each batch has a moment of its own.
        assertThat(reminders(show).stream().map(ReminderDue::dueAt).distinct().count())
                .isEqualTo(3);
    }

    @Test
    void aTellingThatAnotherInstanceHasIsPassedBy() {
        Show first = scheduled();
        remind(anna, first);
        Show second = scheduled();
        remind(ben, second);

        QuarkusTransaction.requiringNew().run(() -> {
            int held = database.createNativeQuery(
                            "select id from notice where session_id = ?1 and status = 'WAITING' for update", UUID.class)
                    .setParameter(1, first.id())
                    .getResultList()
                    .size();
            assertThat(held).isEqualTo(1);
            clock.advance(Duration.ofMinutes(46));
            awaitTold(ben, second, ReminderKind.STARTING_SOON);
            assertThat(toldTo(anna, first)).isEmpty();
        });

        awaitTold(anna, first, ReminderKind.STARTING_SOON);
    }

    @Test
    void whoWasToldBeforeATellingBrokeOffIsNotToldAgain() {
        Show show = Show.draft().withLineup(Goods.some());
        follow(anna, show);
        follow(ben, show);
        show.schedule(start).then().statusCode(200);
        awaitTold(anna, show, ReminderKind.SCHEDULED);
        settle(show);
        String carl = "carl-" + UUID.randomUUID();
        follow(carl, show);

        // As if the instance that told had forgotten how far it came.
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update notice set status = 'WAITING', told_up_to = '' where session_id = ?1 and kind = 'SCHEDULED'")
                        .setParameter(1, show.id())
                        .executeUpdate());

        awaitTold(carl, show, ReminderKind.SCHEDULED);
        assertThat(toldTo(anna, show)).containsExactly(ReminderKind.SCHEDULED);
        assertThat(toldTo(ben, show)).containsExactly(ReminderKind.SCHEDULED);
    }

    private Show scheduled() {
        Show show = Show.draft().withLineup(Goods.some());
        show.schedule(start).then().statusCode(200);
        settle(show);
        return show;
    }

    private static void follow(String customer, Show show) {
        Api.as(Tokens.customer(customer))
                .put("/v1/creators/" + show.creatorId() + "/follow")
                .then()
                .statusCode(204);
    }

    private static void remind(String customer, Show show) {
        Api.as(Tokens.customer(customer)).put(show.path("/reminder")).then().statusCode(204);
    }

    /** Until everything that was to be told of the session by now has been, and what it was planned from was read. */
    private void settle(Show show) {
        Object state = show.state().get("status");
        String planned = "CANCELLED".equals(state)
                ? "kind = 'STARTING_SOON' and status = 'WITHDRAWN'"
                : "LIVE".equals(state) ? "kind = 'LIVE'" : "kind = 'STARTING_SOON'";
        await().atMost(PATIENCE)
                .until(() -> QuarkusTransaction.requiringNew().call(() -> (Boolean) database.createNativeQuery(
                                "select coalesce(bool_or(" + planned
                                        + "), false) and not bool_or(status = 'WAITING' and due_at <= ?2) from notice where session_id = ?1",
                                Boolean.class)
                        .setParameter(1, show.id())
                        .setParameter(2, clock.instant())
                        .getSingleResult()));
    }

    private void awaitTold(String customer, Show show, ReminderKind... kinds) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(toldTo(customer, show)).containsExactly(kinds));
    }

    private List<ReminderKind> toldTo(String customer, Show show) {
        return remindersOf(customer, show).stream().map(ReminderDue::kind).toList();
    }

    private List<ReminderDue> remindersOf(String customer, Show show) {
        return reminders(show).stream()
                .filter(reminder -> reminder.customerId().equals(customer))
                .toList();
    }

    private List<ReminderDue> reminders(Show show) {
        return Objects.requireNonNull(probe).received().stream()
                .map(seen -> EventJson.read(
                                seen.type(),
                                Objects.requireNonNull(seen.value()).getBytes(StandardCharsets.UTF_8))
                        .orElseThrow())
                .map(ReminderDue.class::cast)
                .filter(reminder -> reminder.sessionId().equals(show.id()))
                .toList();
    }
}

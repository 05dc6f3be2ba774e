package dev.vetrina.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.localstack.audit.AuditAccess;
import dev.vetrina.localstack.demo.ProviderNews.Event;
import dev.vetrina.localstack.stack.Pauses;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider in trouble: as long as the storm lasts it tells of its charges, old news and new, each event twice and in any
 * order, and again until it is taken. Some of it comes before order-service has the provider's own answer.
 */
final class WebhookStorm implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration READ_EVERY = Duration.ofMillis(200);
    private static final Duration SEND_AGAIN = Duration.ofMillis(200);
    /** Within this time any event may pass any other that was read with it. */
    private static final int LATEST_MILLIS = 1_000;

    private static final String RECORDED =
            "select count(*) from payment_webhook where provider = 'simulated' and event_id = any(?)";

    private final AuditAccess records;
    private final WebhookPost post;
    private final Random random;
    private final ProviderNews news;
    private final List<Event> events = new ArrayList<>();
    private final AtomicInteger early = new AtomicInteger();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private final Crowd reader = new Crowd();
    private final Crowd senders = new Crowd();
    private volatile boolean blowing = true;

    private WebhookStorm(AuditAccess records, WebhookPost post, Random random) {
        this.records = records;
        this.post = post;
        this.random = random;
        this.news = new ProviderNews(random);
    }

    static WebhookStorm begin(AuditAccess records, WebhookPost post, Random random) {
        WebhookStorm storm = new WebhookStorm(records, post, random);
        storm.reader.add(storm::tellNews);
        return storm;
    }

    /** Returns in the middle of it. */
    void awaitTaken(int many) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> taken.get() >= many);
    }

    /** Lets it end, after at least one event that came before our own answer: each was taken, and counted once. */
    void awaitEnd() {
        await().atMost(PATIENCE).until(() -> early.get() > 0);
        blowing = false;
        assertThat(reader.join(PATIENCE)).as("who reads the provider's news").isZero();
        assertThat(senders.join(PATIENCE)).as("events on their way").isZero();
        assertThat(reader.failures()).isEmpty();
        assertThat(senders.failures()).isEmpty();
        System.out.println(events.size() + " events sent twice, " + early + " of them early, " + again
                + " times again as they were not taken");
        assertThat(taken.get()).as("events taken, each twice").isEqualTo(2 * events.size());
        assertThat(recorded()).as("events that are remembered").isEqualTo(events.size());
    }

    /** All chance is on this thread, so that the seed decides it. */
    private void tellNews() {
        try (Connection connection = records.connect()) {
            while (blowing) {
                for (Event event : news.latest(connection)) {
                    events.add(event);
                    early.addAndGet(event.early() ? 1 : 0);
                    tell(event);
                    tell(event);
                }
                Pauses.pause(READ_EVERY);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Early news is sent at once, or it would be late. */
    private void tell(Event event) {
        Duration delay = Duration.ofMillis(event.early() ? 0 : random.nextInt(LATEST_MILLIS));
        senders.add(() -> {
            Pauses.pause(delay);
            sendUntilTaken(event);
        });
    }

    private void sendUntilTaken(Event event) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!post.isTaken(event.body())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("never taken: " + event);
            }
            again.incrementAndGet();
            Pauses.pause(SEND_AGAIN);
        }
        taken.incrementAndGet();
    }

    private int recorded() {
        try (Connection connection = records.connect();
                PreparedStatement count = connection.prepareStatement(RECORDED)) {
            Object[] ids = events.stream().map(Event::id).toArray();
            count.setArray(1, connection.createArrayOf("text", ids));
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        blowing = false;
        reader.close();
        senders.close();
        post.close();
    }
}

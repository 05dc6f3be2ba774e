package dev.vetrina.order.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.webhook.Hooks;
import dev.vetrina.order.webhook.Hooks.Hook;
import dev.vetrina.order.webhook.Sink;
import dev.vetrina.order.webhook.Sink.Received;
import dev.vetrina.order.webhook.message.ManyMessages;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is changed at an endpoint while messages are on their way to it. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class ChangingEndpointTest {

    private static final int TOLD = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ManyMessages messages;

    @Inject
    MovableClock clock;

    @Inject
    DataSource dataSource;

    private final Sink sink = new Sink();
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch second = new CountDownLatch(1);

    @AfterEach
    void allIsAsBefore() {
        first.countDown();
        second.countDown();
        clock.reset();
        sink.close();
    }

    /** The first message is under way, and the others are read with it. */
    private Hook busy(String path, Sink.Reply... replies) {
        Hook hook = Hooks.created(sink.url(path));
        sink.answer(path, replies);
        List<String> _ = messages.tell(List.of(hook.brandId()), TOLD);
        awaitReceived(path, 1);
        return hook;
    }

    private static Sink.Reply after(CountDownLatch latch, int status) {
        return exchange -> {
            latch.await();
            exchange.sendResponseHeaders(status, -1);
        };
    }

    private void awaitReceived(String path, int count) {
        await().atMost(PATIENCE).until(() -> sink.received(path).size() == count);
    }

    private void goOn() {
        clock.advance(Duration.ofSeconds(2));
        first.countDown();
    }

    @Test
    void whatWaitsGoesToTheNewUrl() {
        Hook hook = busy("/old", after(first, 204));
        Hooks.move(hook, sink.url("/new"));
        goOn();

        awaitReceived("/new", TOLD - 1);
        assertThat(sink.received("/old")).hasSize(1);
    }

    @Test
    void aSecretThatBecameKnownSignsNothingMore() throws WebhookVerificationException {
        Hook hook = busy("/leaked", after(first, 204));
        String secret = Hooks.post(hook, "rotate-secret", Map.of("previousValidSeconds", 0))
                .path("secret");
        goOn();

        awaitReceived("/leaked", TOLD);
        List<Received> received = sink.received("/leaked");
        new Webhook(hook.secret())
                .verify(received.getFirst().body(), received.getFirst().headers());
        for (Received later : received.subList(1, TOLD)) {
            assertThat(later.header("webhook-signature").split(" ", -1)).hasSize(1);
            new Webhook(secret).verify(later.body(), later.headers());
        }
    }

    @Test
    void whatWaitsForAnEndpointThatIsDisabledIsNeverSent() {
        Hook hook = busy("/disabled", after(first, 204));
        Hooks.post(hook, "disable", Map.of()).then().statusCode(200).body("disabledReason", is("BY_OWNER"));
        goOn();

        Hooks.post(hook, "enable", Map.of()).then().statusCode(200);
        String test = Hooks.tested(hook);
        JsonPath _ = Hooks.delivery(hook, test, "DELIVERED", 1);
        assertThat(sink.ids("/disabled")).hasSize(2).endsWith(test);
        Api.as(Tokens.brand(hook.brandId()))
                .get("/v1/webhook-deliveries?endpointId={id}&status=CANCELLED", hook.id())
                .then()
                .body("items", hasSize(TOLD))
                .body("items.attempts", everyItem(is(0)));
    }

    @Test
    void whatAnotherUrlAnsweredDisablesNothing() {
        Hook hook = busy("/abandoned", after(first, 410));
        Hooks.move(hook, sink.url("/current"));
        goOn();

        awaitReceived("/current", TOLD - 1);
        assertThat(Hooks.read(hook).getString("status")).isEqualTo("ENABLED");
        Api.as(Tokens.brand(hook.brandId()))
                .get("/v1/webhook-deliveries?endpointId={id}&status=FAILED", hook.id())
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void oneThatIsSlowGivesItsPlaceBack() {
        Hook hook = busy("/slow", after(first, 204), after(second, 204));
        UUID turn = claim(hook);
        clock.advance(Duration.ofSeconds(6));
        first.countDown();

        awaitReceived("/slow", 2);
        assertThat(claim(hook)).isNotEqualTo(turn);
        second.countDown();
        awaitReceived("/slow", TOLD);
    }

    private UUID claim(Hook hook) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select claimed_by from webhook_lane where endpoint_id = ? and kind = 'FIRST'")) {
            select.setObject(1, hook.id());
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}

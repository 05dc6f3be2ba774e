package dev.vetrina.localstack.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.localstack.demo.OneProduct;
import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The first tenant's show, on air, with one of everything that there is in a show. */
final class FirstShow {

    private static final Duration MARKET_LIMIT = Duration.ofSeconds(30);
    private static final String CREATOR = FirstTenant.CREATOR;
    private static final String CUSTOMER = FirstTenant.CUSTOMER;

    private final Callers callers;
    private final OneProduct product;
    private final KnownIds ids;

    FirstShow(Callers callers, OneProduct product, KnownIds ids) {
        this.callers = callers;
        this.product = product;
        this.ids = ids;
    }

    /** The market was opened a moment ago, and the service of sessions hears of it by its event. */
    private Answer plan() {
        return callers.asked(
                CREATOR, Call.post("/v1/sessions").json(Map.of("title", "Mine", "markets", List.of(product.market()))));
    }

    /** Returns the session. */
    String hold() {
        String creator = callers.made(
                CREATOR, Call.post("/v1/creators").json(Map.of("displayName", "The first", "handle", "the.first")));
        callers.done(
                FirstTenant.OTHER_CREATOR,
                Call.post("/v1/creators").json(Map.of("displayName", "The other", "handle", "the.other")));
        Answer created = await().atMost(MARKET_LIMIT)
                .until(this::plan, answer -> !answer.code().equals("unknown-market"));
        assertThat(created.succeeded()).as(created.summary()).isTrue();
        String session = Callers.idOf(created);
        String path = "/v1/sessions/" + session;
        callers.done(
                CREATOR,
                Call.put(path + "/lineup")
                        .ifMatch(created.etag())
                        .json(Map.of("items", List.of(Map.of("productId", product.productId())))));
        callers.done(CREATOR, Call.post(path + "/schedule").json(Map.of("startsAt", FirstTenant.inDays(1))));
        callers.done(CREATOR, Call.post(path + "/start"));
        String message =
                callers.made(CUSTOMER, Call.post(path + "/chat-messages").json(Map.of("text", "Hello")));
        ids.at("/v1/creators/{id}", creator)
                .at("/v1/sessions/{id}", session)
                .at("/v1/sessions/{id}/chat-messages/{messageId}", message)
                .at("/v1/sessions/{id}/chat-sanctions/{sanctionId}", sanction(path, message))
                .at("/v1/sessions/{id}/team/{memberId}", teamMember(path))
                .at("/v1/sessions/{id}/giveaways/{giveawayId}", giveaway(path))
                // An open session has none: whoever does not own it does not come that far.
                .at("/v1/sessions/{id}/invite-codes/{codeId}", UUID.randomUUID().toString())
                .at("/v1/session-series/{id}", series());
        deal(path);
        ids.filter("sessionId", session)
                .named("creatorId", creator)
                .named("messageId", message)
                .named("rule", "FREQ=DAILY")
                .named("timeZone", "Europe/London")
                .named("localStart", LocalDate.now(ZoneOffset.UTC).plusDays(3) + "T20:00:00");
        return session;
    }

    private String sanction(String session, String message) {
        return callers.made(
                CREATOR,
                Call.post(session + "/chat-sanctions")
                        .json(Map.of("messageId", message, "kind", "MUTE", "durationSeconds", 60)));
    }

    private String teamMember(String session) {
        return callers.made(
                CREATOR, Call.post(session + "/team").json(Map.of("subject", "customer-3", "role", "MODERATOR")));
    }

    private String giveaway(String session) {
        return callers.made(
                CREATOR,
                Call.post(session + "/giveaways").json(Map.of("prize", "A mug", "winners", 1, "entrySeconds", 600)));
    }

    private void deal(String session) {
        Map<String, Object> price = Map.of(
                "market",
                product.market(),
                "price",
                Map.of("amount", product.amount() - 1, "currency", product.currency()));
        String deal = callers.made(
                CREATOR,
                Call.post(session + "/deals")
                        .json(Map.of(
                                "variantId", product.variantId(),
                                "prices", List.of(price),
                                "quantity", 2,
                                "perBuyerLimit", 1,
                                "countdownSeconds", 10,
                                "durationSeconds", 600)));
        ids.at("/v1/sessions/{id}/deals/{dealId}", deal).at("/v1/deals/{id}", deal);
    }

    private String series() {
        Map<String, Object> terms = Map.of(
                "title",
                "Weekly",
                "markets",
                List.of(product.market()),
                "timeZone",
                "Europe/London",
                "localStart",
                LocalDate.now(ZoneOffset.UTC).plusDays(3) + "T20:00:00",
                "rule",
                "FREQ=DAILY");
        return callers.made(CREATOR, Call.post("/v1/session-series").json(Map.of("terms", terms)));
    }
}

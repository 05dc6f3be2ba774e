package dev.vetrina.localstack.access;

import dev.vetrina.localstack.demo.OneProduct;
import dev.vetrina.localstack.http.Call;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** The first tenant's show, on air, with one of everything that there is in a show. */
final class FirstShow {

    private static final String CREATOR = FirstTenant.CREATOR;
    private static final String CUSTOMER = FirstTenant.CUSTOMER;

    private final Callers callers;
    private final OneProduct product;
    private final KnownIds ids;
    private final Programme programme;

    FirstShow(Callers callers, OneProduct product, KnownIds ids) {
        this.callers = callers;
        this.product = product;
        this.ids = ids;
        this.programme = new Programme(callers, product);
    }

    /** Returns the session. */
    String hold() {
        String creator = callers.made(
                CREATOR, Call.post("/v1/creators").json(Map.of("displayName", "The first", "handle", "the.first")));
        callers.done(
                FirstTenant.OTHER_CREATOR,
                Call.post("/v1/creators").json(Map.of("displayName", "The other", "handle", "the.other")));
        String path = programme.onAir("Mine", "PUBLIC");
        String session = path.substring(path.lastIndexOf('/') + 1);
        String message =
                callers.made(CUSTOMER, Call.post(path + "/chat-messages").json(Map.of("text", "Hello")));
        String giveaway = giveaway(path);
        ids.at("/v1/creators/{id}", creator)
                .at("/v1/sessions/{id}", session)
                .at("/v1/sessions/{id}/chat-messages/{messageId}", message)
                .at("/v1/sessions/{id}/chat-sanctions/{sanctionId}", sanction(path, message))
                .at("/v1/sessions/{id}/team/{memberId}", teamMember(path))
                .at("/v1/sessions/{id}/giveaways/{giveawayId}", giveaway)
                .at("/v1/session-series/{id}", series());
        deal(path);
        holdBehindClosedDoors();
        attend(creator, path + "/giveaways/" + giveaway);
        ids.filter("sessionId", session)
                .named("creatorId", creator)
                .named("messageId", message)
                .named("rule", "FREQ=DAILY")
                .named("timeZone", "Europe/London")
                .named("localStart", LocalDate.now(ZoneOffset.UTC).plusDays(3) + "T20:00:00");
        return session;
    }

    private void holdBehindClosedDoors() {
        String path = programme.onAir("For some", "INVITE_ONLY");
        String code = callers.made(CREATOR, Call.post(path + "/invite-codes").json(Map.of("label", "Friends")));
        ids.hidden("/v1/sessions/{id}", path)
                .hidden("/v1/sessions/{id}/giveaways/{giveawayId}", path + "/giveaways/" + giveaway(path))
                .hidden("/v1/sessions/{id}/invite-codes/{codeId}", path + "/invite-codes/" + code);
    }

    private void attend(String creator, String giveaway) {
        callers.done(CUSTOMER, Call.put("/v1/creators/" + creator + "/follow"));
        callers.done(CUSTOMER, Call.put(programme.announced("Tomorrow", "PUBLIC") + "/reminder"));
        callers.done(CUSTOMER, Call.post(giveaway + "/entries").json(Map.of("nonce", "my-own-luck-4716")));
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

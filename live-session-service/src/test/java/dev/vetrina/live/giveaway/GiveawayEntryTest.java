package dev.vetrina.live.giveaway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.live.session.Permission;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class GiveawayEntryTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @Test
    void whoEntersTwiceHasOneEntry() {
        Raffle raffle = Raffle.of(1);

        String first = raffle.enter("ben").then().statusCode(201).extract().path("nonce");
        raffle.enter("ben").then().statusCode(201).body("nonce", equalTo(first)).body("won", nullValue());

        assertThat(entries(raffle)).hasSize(1);
    }

    @Test
    void whoEntersTwiceAtOnceHasOneEntry() throws Exception {
        Raffle raffle = Raffle.of(1);

        List<Future<Response>> answers = new ArrayList<>();
        try (ExecutorService taps = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                answers.add(taps.submit(() -> raffle.enter("ben")));
            }
        }

        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(201);
            assertThat(answer.get().jsonPath().getString("id"))
                    .isEqualTo(entries(raffle).getFirst());
        }
        assertThat(entries(raffle)).hasSize(1);
    }

    @Test
    void everyEntryThatWasTakenWhileItClosedIsInTheDraw() throws Exception {
        Raffle raffle = Raffle.of(2);

        List<Future<Response>> answers = new ArrayList<>();
        try (ExecutorService viewers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                String customer = "customer-" + i;
                answers.add(viewers.submit(() -> raffle.enter(customer)));
                if (i == 30) {
                    clock.advance(Raffle.UNTIL_DRAWN);
                }
            }
        }
        raffle.awaitStatus("DRAWN");

        List<String> taken = new ArrayList<>();
        for (Future<Response> answer : answers) {
            assertThat(answer.get().statusCode()).isIn(201, 409);
            if (answer.get().statusCode() == 201) {
                taken.add(answer.get().jsonPath().getString("id"));
            }
        }
        PublicDraw draw = PublicDraw.read(raffle.path());
        assertThat(draw.wrongs()).isEmpty();
        assertThat(draw.nonces().keySet()).containsExactlyInAnyOrderElementsOf(taken);
    }

    @Test
    void anEntryIsTakenBackUntilTheCloseAndNoLonger() {
        Raffle raffle = Raffle.of(1);
        raffle.enter("ben").then().statusCode(201);
        raffle.enter("eve").then().statusCode(201);

        raffle.withdraw("ben").then().statusCode(204);
        raffle.withdraw("ben").then().statusCode(204);
        raffle.mine("ben").then().statusCode(404);
        clock.advance(Raffle.UNTIL_DRAWN);
        raffle.awaitStatus("DRAWN");

        raffle.withdraw("eve").then().statusCode(409).body("code", equalTo("giveaway-closed"));
        raffle.mine("eve").then().statusCode(200).body("won", equalTo(true));
        assertThat(entries(raffle)).hasSize(1);
    }

    @Test
    void whoComesTooEarlyOrTooLateIsTold() {
        Show show = Show.live(Goods.some());
        String later = Instant.now().plusSeconds(600).toString();
        Raffle raffle =
                Raffle.in(show, Raffle.body(1).replace("\"winners\"", "\"opensAt\":\"" + later + "\",\"winners\""));

        raffle.enter("ben").then().statusCode(409).body("code", equalTo("giveaway-not-open"));
        assertThat(raffle.state().getString("commitment")).hasSize(64);
        clock.advance(Duration.ofSeconds(601));
        raffle.awaitStatus("OPEN");
        raffle.enter("ben").then().statusCode(201);
        clock.advance(Raffle.UNTIL_CLOSED);
        raffle.enter("eve").then().statusCode(409).body("code", equalTo("giveaway-closed"));
    }

    @Test
    void whoeverRunsTheShowCannotEnter() {
        Raffle raffle = Raffle.of(1);
        Account host = Account.creator(raffle.show().host()).withRoles("creator", "customer");
        Account moderator = Account.moderator("mo").withRoles("moderator", "customer");
        Account operator = Account.operator().withRoles("operator", "customer");

        for (Account account : List.of(host, moderator, operator)) {
            raffle.enterAs(Tokens.of(account)).then().statusCode(403).body("code", equalTo("forbidden"));
        }
        raffle.enterAs(raffle.show().token()).then().statusCode(403);
        Api.anonymous()
                .body("{\"nonce\":\"12345678\"}")
                .post(raffle.path() + "/entries")
                .then()
                .statusCode(401);
        assertThat(entries(raffle)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void whoIsOnTheTeamCannotEnterWhateverItMayDo(Permission permission) {
        Raffle raffle = Raffle.of(1);
        String member = "member-" + UUID.randomUUID();
        join(raffle, member, permission);

        raffle.enter(member).then().statusCode(403).body("code", equalTo("forbidden"));
        assertThat(entries(raffle)).isEmpty();
    }

    /** Otherwise the host could take an entry out by putting its customer on the team. */
    @Test
    void whoEnteredBeforeJoiningTheTeamKeepsTheEntry() {
        Raffle raffle = Raffle.of(1);
        String member = "member-" + UUID.randomUUID();
        String entry = raffle.enter(member).then().statusCode(201).extract().path("id");
        join(raffle, member, Permission.PRESENT);

        clock.advance(Raffle.UNTIL_DRAWN);

        assertThat(raffle.awaitStatus("DRAWN").getList("winningEntryIds")).isEqualTo(List.of(entry));
    }

    private static void join(Raffle raffle, String member, Permission permission) {
        Api.as(raffle.show().token())
                .body("{\"subject\":\"%s\",\"role\":\"MODERATOR\",\"permissions\":[\"%s\"]}"
                        .formatted(member, permission))
                .post(raffle.show().path("/team"))
                .then()
                .statusCode(201);
    }

    @Test
    void aNonceIsShortPlainText() {
        Raffle raffle = Raffle.of(1);

        for (String nonce : List.of("", "short", "with space 1", "line\\nbreak", "x".repeat(65))) {
            Api.as(Tokens.customer("ben"))
                    .body("{\"nonce\":\"" + nonce + "\"}")
                    .post(raffle.path() + "/entries")
                    .then()
                    .statusCode(422)
                    .body("violations.field", hasItem("nonce"));
        }
    }

    @Test
    void aGiveawayIsCalledOffBeforeItsCloseOnly() {
        Raffle cancelled = Raffle.of(1);
        Raffle closed = Raffle.of(1);
        cancel(cancelled).then().statusCode(200).body("status", equalTo("CANCELLED"));
        cancel(cancelled).then().statusCode(200);
        Api.as(Tokens.creator("another")).post(closed.path() + "/cancel").then().statusCode(403);
        cancelled.enter("ben").then().statusCode(409).body("code", equalTo("giveaway-closed"));

        clock.advance(Raffle.UNTIL_CLOSED);
        closed.awaitStatus("CLOSED");

        cancel(closed).then().statusCode(409).body("code", equalTo("giveaway-closed"));
        assertThat(cancelled.facts().getLast().kind()).isEqualTo("giveaway-cancelled");
        assertThat(cancelled.state().getString("seed")).isNull();
    }

    @Test
    void onlyTheHostOfALiveShowAnnouncesAGiveaway() {
        Show live = Show.live(Goods.some());
        Show scheduled = Show.scheduled(Goods.some());

        Raffle.announce(scheduled, scheduled.token(), Raffle.body(1))
                .then()
                .statusCode(409)
                .body("code", equalTo("session-not-live"));
        Raffle.announce(live, scheduled.token(), Raffle.body(1)).then().statusCode(403);
        Raffle.announce(live, Tokens.customer("ben"), Raffle.body(1)).then().statusCode(403);
        for (String wrong : List.of("\"winners\":0", "\"winners\":101")) {
            Raffle.announce(live, live.token(), Raffle.body(1).replace("\"winners\":1", wrong))
                    .then()
                    .statusCode(422)
                    .body("violations.field", hasItem("winners"));
        }
        Api.anonymous().get(live.path("/giveaways")).then().statusCode(200).body("items.size()", equalTo(0));
    }

    private static Response cancel(Raffle raffle) {
        return Api.as(raffle.show().token()).post(raffle.path() + "/cancel");
    }

    private static List<String> entries(Raffle raffle) {
        return Api.anonymous()
                .queryParam("limit", 200)
                .get(raffle.path() + "/entries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }
}

package dev.vetrina.live.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedOpeningTest {

    @Inject
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aNewViewerGetsASnapshot() {
        Goods jumper = Goods.some();
        Show show = Show.live(jumper);
        show.pin(jumper.productId());

        opening(show, "GB", "")
                .statusCode(200)
                .body("channel", equalTo(show.id() + ":GB"))
                .body("sequence", equalTo(3))
                .body("facts", empty())
                .body("viewerHash.length()", equalTo(22))
                .body("snapshot.sequence", equalTo(3))
                .body("snapshot.status", equalTo("LIVE"))
                .body("snapshot.pinnedProductId", equalTo(jumper.productId().toString()))
                .body("snapshot.lineup[0].priceFrom.amount", equalTo(1999));
    }

    @Test
    void aViewerWhoComesBackGetsTheFactsMissed() {
        Goods jumper = Goods.some();
        Show show = Show.live(jumper);
        show.pin(jumper.productId());

        JsonPath answer = opening(show, "GB", "&lastEventId=1")
                .statusCode(200)
                .body("sequence", equalTo(3))
                .body("snapshot", nullValue())
                .body("facts.sequence", contains(2, 3))
                .body("facts.kind", contains("session-started", "product-pinned"))
                .extract()
                .jsonPath();
        JsonPath pinned = JsonPath.from(answer.getString("facts[1].json"));
        assertThat(pinned.getInt("sequence")).isEqualTo(3);
        assertThat(pinned.getInt("data.priceFrom.amount")).isEqualTo(1999);
        opening(show, "GB", "&lastEventId=3").body("facts", empty()).body("snapshot", nullValue());
    }

    @Test
    void anIdThatIsNoneOfThisSessionIsAnsweredWithASnapshot() {
        Show show = Show.live(Goods.some());

        for (String lastEventId : new String[] {"3", "999999999", "x", "-1", "1.0", ""}) {
            opening(show, "GB", "&lastEventId=" + lastEventId)
                    .statusCode(200)
                    .body("snapshot", not(nullValue()))
                    .body("facts", empty());
        }
    }

    @Test
    void whatNobodySeesIsNotOpened() {
        Show draft = Show.draft();
        Show show = Show.scheduled(Goods.some());

        opening(draft, "GB", "").statusCode(404).body("code", equalTo("not-found"));
        opening(show, "ID", "").statusCode(422).body("code", equalTo("market-not-shown"));
        opening(show, "gb", "").statusCode(422).body("code", equalTo("invalid-input"));
        Api.anonymous()
                .get("/internal/feed/" + show.id() + "/opening")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("market"));
    }

    @Test
    void aTicketMakesACustomerTheSameViewerEachTimeAndElsewhereAnother() {
        Show show = Show.live(Goods.some());
        Show other = Show.live(Goods.some());
        String ben = Tokens.customer("ben");

        JsonPath first = ticket(show, Api.as(ben));
        JsonPath second = ticket(show, Api.as(ben));

        assertThat(second.getString("viewerId"))
                .isEqualTo(first.getString("viewerId"))
                .doesNotContain("ben");
        assertThat(ticket(other, Api.as(ben)).getString("viewerId")).isNotEqualTo(first.getString("viewerId"));
        assertThat(viewerHash(show, first)).isEqualTo(viewerHash(show, second));
        assertThat(viewerHash(show, ticket(show, Api.anonymous())))
                .isNotEqualTo(viewerHash(show, ticket(show, Api.anonymous())));
    }

    @Test
    void aTicketThatIsForgedExpiredOrOfAnotherSessionOpensNothing() {
        Show show = Show.live(Goods.some());
        Show other = Show.live(Goods.some());
        String ticket = ticket(show, Api.anonymous()).getString("ticket");
        String forged = ticket.replaceFirst("^.", ticket.startsWith("A") ? "B" : "A");

        for (String wrong : new String[] {forged, "x", "..", "a.99999999999999999999.b", ticket + "x"}) {
            opening(show, "GB", "&ticket=" + wrong).statusCode(401).body("code", equalTo("invalid-ticket"));
        }
        opening(other, "GB", "&ticket=" + ticket).statusCode(401);
        clock.advance(Duration.ofSeconds(58));
        opening(show, "GB", "&ticket=" + ticket).statusCode(200);
        clock.advance(Duration.ofSeconds(3));
        opening(show, "GB", "&ticket=" + ticket).statusCode(401).body("code", equalTo("invalid-ticket"));
    }

    @Test
    void aTicketIsGivenForWhatCanBeWatchedAndToNobodyWithABadToken() {
        Show draft = Show.draft();
        Show show = Show.scheduled(Goods.some());

        Api.anonymous().post(draft.path("/feed-tickets")).then().statusCode(404);
        Api.as(Tokens.forge(Account.customer("eve")).signedByAnotherKey().token())
                .post(show.path("/feed-tickets"))
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    private static JsonPath ticket(Show show, RequestSpecification viewer) {
        return viewer.post(show.path("/feed-tickets"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String viewerHash(Show show, JsonPath ticket) {
        return opening(show, "GB", "&ticket=" + ticket.getString("ticket"))
                .statusCode(200)
                .extract()
                .path("viewerHash");
    }

    private static ValidatableResponse opening(Show show, String market, String more) {
        return Api.anonymous()
                .get("/internal/feed/" + show.id() + "/opening?market=" + market + more)
                .then();
    }
}

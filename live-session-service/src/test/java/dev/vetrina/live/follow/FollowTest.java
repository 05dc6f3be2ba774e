package dev.vetrina.live.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FollowTest {

    @Test
    void aCustomerFollowsACreatorOnceHoweverOften() {
        UUID creator = Show.draft().creatorId();
        String anna = Tokens.customer("anna-" + creator);
        String ben = Tokens.customer("ben-" + creator);

        follow(anna, creator, 204);
        follow(anna, creator, 204);
        follow(ben, creator, 204);
        assertThat(followers(creator)).isEqualTo(2);
        Api.as(anna).get("/v1/follows").then().statusCode(200).body("items.creatorId", contains(creator.toString()));

        Api.as(anna).delete("/v1/creators/" + creator + "/follow").then().statusCode(204);
        Api.as(anna).delete("/v1/creators/" + creator + "/follow").then().statusCode(204);
        assertThat(followers(creator)).isEqualTo(1);
        Api.as(anna).get("/v1/follows").then().body("items", empty());
    }

    @Test
    void theListOfCreatorsTellsHowManyFollowEach() {
        UUID creator = Show.draft().creatorId();
        follow(Tokens.customer("anna-" + creator), creator, 204);

        int followers = Api.anonymous()
                .queryParam("limit", 200)
                .queryParam("cursor", cursorBefore(creator))
                .get("/v1/creators")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("items.find { it.id == '" + creator + "' }.followers");

        assertThat(followers).isEqualTo(1);
    }

    @Test
    void aListOfFollowsComesInPages() {
        String anna = Tokens.customer("anna-" + UUID.randomUUID());
        for (int i = 0; i < 3; i++) {
            follow(anna, Show.draft().creatorId(), 204);
        }
        String next = Api.as(anna)
                .get("/v1/follows?limit=2")
                .then()
                .body("items.size()", equalTo(2))
                .extract()
                .jsonPath()
                .getString("nextCursor");
        Api.as(anna)
                .queryParam("cursor", next)
                .get("/v1/follows")
                .then()
                .body("items.size()", equalTo(1))
                .body("containsKey('nextCursor')", equalTo(false));
        Api.as(anna).get("/v1/follows?limit=0").then().statusCode(422);
    }

    @Test
    void aReminderIsOfASessionThatIsToCome() {
        String anna = Tokens.customer("anna-" + UUID.randomUUID());
        Show show = Show.scheduled(Goods.some());
        Show live = Show.live(Goods.some());
        Show draft = Show.draft();

        Api.as(anna).put(show.path("/reminder")).then().statusCode(204);
        Api.as(anna).put(show.path("/reminder")).then().statusCode(204);
        Api.as(anna)
                .get("/v1/reminders")
                .then()
                .body("items.sessionId", contains(show.id().toString()));
        Api.as(anna).put(live.path("/reminder")).then().statusCode(409).body("code", equalTo("session-not-scheduled"));
        Api.as(anna).put(draft.path("/reminder")).then().statusCode(404);
        Api.as(anna).delete(show.path("/reminder")).then().statusCode(204);
        Api.as(anna).delete(show.path("/reminder")).then().statusCode(204);
        Api.as(anna).get("/v1/reminders").then().body("items", empty());
    }

    @Test
    void onlyCustomersFollow() {
        Show show = Show.scheduled(Goods.some());
        String path = "/v1/creators/" + show.creatorId() + "/follow";

        Api.anonymous().put(path).then().statusCode(401);
        Api.as(show.token()).put(path).then().statusCode(403);
        Api.as(show.token()).put(show.path("/reminder")).then().statusCode(403);
        Api.anonymous().get("/v1/follows").then().statusCode(401);
        Api.anonymous().get("/v1/reminders").then().statusCode(401);
        follow(Tokens.customer("ben"), UUID.randomUUID(), 404);
        Api.as(Tokens.customer("ben"))
                .put("/v1/sessions/" + UUID.randomUUID() + "/reminder")
                .then()
                .statusCode(404);
        assertThat(followers(show.creatorId())).isZero();
    }

    @Test
    void aCustomerLeavesNothingBehind() {
        Show show = Show.scheduled(Goods.some());
        String anna = Tokens.customer("anna-" + UUID.randomUUID());
        String ben = Tokens.customer("ben-" + UUID.randomUUID());
        follow(anna, show.creatorId(), 204);
        follow(ben, show.creatorId(), 204);
        Api.as(anna).put(show.path("/reminder")).then().statusCode(204);

        Api.as(anna).delete("/v1/follows").then().statusCode(204);

        Api.as(anna).get("/v1/follows").then().body("items", empty());
        Api.as(anna).get("/v1/reminders").then().body("items", empty());
        assertThat(followers(show.creatorId())).as("others stay").isEqualTo(1);
    }

    private static void follow(String token, UUID creator, int status) {
        Api.as(token).put("/v1/creators/" + creator + "/follow").then().statusCode(status);
    }

    private static int followers(UUID creator) {
        return Api.anonymous()
                .get("/v1/creators/" + creator)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("followers");
    }

    /** The kit's cursor of the id just before this one. */
    private static String cursorBefore(UUID id) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits() - 1)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}

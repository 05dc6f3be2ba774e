package dev.vetrina.live.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ShopFrontTest {

    private static final String PRESENTATION = """
            ,"presentation":{"description":"Six brands","teaserUrl":"https://media.example.com/t.mp4",
            "cover":{"url":"https://media.example.com/c.jpg","altText":"Anna with a jumper"}},
            "timeZone":"Europe/Berlin","plannedMinutes":90
            """;

    @Test
    void aSessionShowsItsCoverTeaserAndLocalStart() {
        Show show = Show.draftWith(PRESENTATION, "GB");
        show.schedule(Instant.parse("2030-07-01T18:00:00Z")).then().statusCode(200);

        Api.anonymous()
                .get(show.path(""))
                .then()
                .statusCode(200)
                .body("presentation.description", equalTo("Six brands"))
                .body("presentation.cover.url", equalTo("https://media.example.com/c.jpg"))
                .body("presentation.cover.altText", equalTo("Anna with a jumper"))
                .body("presentation.teaserUrl", equalTo("https://media.example.com/t.mp4"))
                .body("timeZone", equalTo("Europe/Berlin"))
                .body("localStart", equalTo("2030-07-01T20:00"))
                .body("plannedMinutes", equalTo(90));
    }

    @Test
    void aDraftThatIsCancelledIsNobodysBusiness() {
        Show draft = Show.draftWith(PRESENTATION, "GB");
        draft.command("cancel").then().statusCode(200);

        Api.anonymous().get(draft.path("")).then().statusCode(404);
        Api.anonymous()
                .queryParam("creatorId", draft.creatorId())
                .get("/v1/sessions")
                .then()
                .statusCode(200)
                .body("items", empty());
        Api.as(draft.token()).get(draft.path("")).then().statusCode(200).body("status", equalTo("CANCELLED"));
    }

    @Test
    void anEditThatDoesNotNameZoneAndVisibilityKeepsThem() {
        Show show = Show.draftWith(PRESENTATION + ",\"visibility\":\"UNLISTED\"", "GB");

        Api.as(show.token())
                .header("If-Match", "\"" + show.state().getLong("version") + "\"")
                .body("{\"title\":\"Other\",\"markets\":[\"GB\"]}")
                .put(show.path(""))
                .then()
                .statusCode(200)
                .body("timeZone", equalTo("Europe/Berlin"))
                .body("visibility", equalTo("UNLISTED"))
                .body("plannedMinutes", nullValue())
                .body("presentation.cover", nullValue());
    }

    @Test
    void aCoverWithoutWordsOrFromAnUnsafePlaceIsRefusedByName() {
        String host = "host-" + UUID.randomUUID();
        Show.registerCreator(host);

        refused(host, "\"presentation\":{\"teaserUrl\":\"http://media.example.com/t.mp4\"}", "presentation.teaserUrl");
        refused(
                host,
                "\"presentation\":{\"cover\":{\"url\":\"javascript:alert(1)\",\"altText\":\"A\"}}",
                "presentation.cover.url");
        refused(
                host,
                "\"presentation\":{\"cover\":{\"url\":\"https://a.example/c.jpg\",\"altText\":\" \"}}",
                "presentation.cover.altText");
        refused(host, "\"timeZone\":\"+02:00\"", "timeZone");
        refused(host, "\"plannedMinutes\":1441", "plannedMinutes");
    }

    @Test
    void theUpcomingBeginWithTheNextPageByPage() {
        Show first = Show.draft();
        Instant start = Instant.now().plus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        first.schedule(start.plusSeconds(60)).then().statusCode(200);
        UUID earlier = another(first, start);
        UUID later = another(first, start.plusSeconds(120));
        UUID same = another(first, start.plusSeconds(120));

        assertThat(pages(first, "UPCOMING"))
                .containsExactly(earlier.toString(), first.id().toString(), later.toString(), same.toString());
        assertThat(ids(list().queryParam("creatorId", first.creatorId())
                        .queryParam("when", "UPCOMING")
                        .queryParam("from", start.plusSeconds(60).toString())
                        .queryParam("to", start.plusSeconds(61).toString())))
                .containsExactly(first.id().toString());
    }

    @Test
    void whatIsLiveAndWhatIsOverHaveShelvesOfTheirOwn() {
        Show live = Show.live(Goods.some());
        live.command("pause").then().statusCode(200);

        assertThat(pages(live, "LIVE")).containsExactly(live.id().toString());
        assertThat(pages(live, "UPCOMING")).isEmpty();
        live.command("end").then().statusCode(200);
        assertThat(pages(live, "LIVE")).isEmpty();
        assertThat(pages(live, "PAST")).containsExactly(live.id().toString());
    }

    @Test
    void aMarketListsOnlyWhatIsShownInIt() {
        Show show = Show.draftIn("FR");
        show.schedule(Instant.now().plusSeconds(600)).then().statusCode(200);

        assertThat(ids(list().queryParam("creatorId", show.creatorId()).queryParam("market", "FR")))
                .containsExactly(show.id().toString());
        assertThat(ids(list().queryParam("creatorId", show.creatorId()).queryParam("market", "GB")))
                .isEmpty();
        list().queryParam("market", "gb").get("/v1/sessions").then().statusCode(422);
        list().queryParam("when", "SOON").get("/v1/sessions").then().statusCode(400);
        list().queryParam("from", "yesterday").get("/v1/sessions").then().statusCode(400);
    }

    @Test
    void whatIsUnlistedIsThereForWhoHasItsIdAndListedForItsHost() {
        Show show = Show.draftWith(",\"visibility\":\"UNLISTED\"", "GB");
        show.schedule(Instant.now().plusSeconds(600)).then().statusCode(200);

        assertThat(ids(list().queryParam("creatorId", show.creatorId()))).isEmpty();
        Api.anonymous().get(show.path("")).then().statusCode(200);
        assertThat(ids(Api.as(show.token()).queryParam("creatorId", show.creatorId())))
                .containsExactly(show.id().toString());
        assertThat(ids(Api.as(Tokens.operator()).queryParam("creatorId", show.creatorId())))
                .containsExactly(show.id().toString());
    }

    @Test
    void aPostponementIsToldWithItsReason() {
        Show show = Show.scheduled(Goods.some());
        Instant before = Instant.parse(show.state().getString("startsAt"));
        String later = before.plusSeconds(1800).toString();

        postpone(show, later, "The train is late").then().statusCode(200).body("startsAt", equalTo(later));
        postpone(show, later, "The train is late").then().statusCode(200);

        assertThat(show.kinds()).containsExactly("session-scheduled", "session-postponed");
        assertThat(show.timeline().getLast().data())
                .containsEntry("reason", "The train is late")
                .containsEntry("previousStartsAt", before.toString())
                .containsEntry("startsAt", later);
        postpone(show, before.toString(), "Back")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("startsAt"));
        postpone(show, later, "").then().statusCode(422).body("violations[0].field", equalTo("reason"));
        show.command("start").then().statusCode(200);
        postpone(show, later, "Too late").then().statusCode(409).body("code", equalTo("illegal-transition"));
    }

    private static Response postpone(Show show, String startsAt, String reason) {
        return Api.as(show.token())
                .body("{\"startsAt\":\"%s\",\"reason\":\"%s\"}".formatted(startsAt, reason))
                .post(show.path("/postpone"));
    }

    private static UUID another(Show show, Instant start) {
        UUID id = Api.as(show.token())
                .body("{\"title\":\"Another\",\"markets\":[\"GB\"]}")
                .post("/v1/sessions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("id");
        new Show(id, show.creatorId(), show.host(), List.of())
                .schedule(start)
                .then()
                .statusCode(200);
        return id;
    }

    private static List<String> pages(Show show, String when) {
        List<String> ids = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification page = list().queryParam("creatorId", show.creatorId())
                    .queryParam("when", when)
                    .queryParam("limit", 1);
            JsonPath answer = (cursor == null ? page : page.queryParam("cursor", cursor))
                    .get("/v1/sessions")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(answer.getList("items.id", String.class));
            cursor = answer.getString("nextCursor");
        } while (cursor != null);
        return ids;
    }

    private static RequestSpecification list() {
        return Api.anonymous();
    }

    private static List<String> ids(RequestSpecification request) {
        return request.get("/v1/sessions")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private static void refused(String host, String member, String field) {
        Api.as(Tokens.creator(host))
                .body("{\"title\":\"On Trend\",\"markets\":[\"GB\"],%s}".formatted(member))
                .post("/v1/sessions")
                .then()
                .statusCode(422)
                .body("violations.field.join(' ')", equalTo(field));
    }
}

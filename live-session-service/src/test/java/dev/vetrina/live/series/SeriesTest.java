package dev.vetrina.live.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.live.Show;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A series begins in three days and has a session a week: four within the four weeks ahead. */
@QuarkusTest
class SeriesTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    MovableClock clock;

    @Inject
    SeriesPlanner planner;

    private String host = "";
    private UUID creatorId = new UUID(0, 0);
    private LocalDate first = LocalDate.EPOCH;

    private record Made(
            UUID id,
            @Nullable String status,
            @Nullable String localStart,
            @Nullable String title) {}

    @BeforeEach
    void register() {
        // Its market is known as soon as somebody else's session could be made in it.
        Show.draft();
        host = "host-" + UUID.randomUUID();
        creatorId = Show.registerCreator(host);
        first = LocalDate.ofInstant(clock.instant(), BERLIN).plusDays(3);
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void theDaysWithinReachAreAnnouncedAtOnce() {
        JsonPath series = create(weekly("Sunday show", first, 20));

        assertThat(made())
                .extracting(Made::status, Made::localStart, Made::title)
                .containsExactly(
                        tuple("SCHEDULED", first + "T20:00", "Sunday show"),
                        tuple("SCHEDULED", first.plusWeeks(1) + "T20:00", "Sunday show"),
                        tuple("SCHEDULED", first.plusWeeks(2) + "T20:00", "Sunday show"),
                        tuple("SCHEDULED", first.plusWeeks(3) + "T20:00", "Sunday show"));
        Api.anonymous()
                .get("/v1/sessions/" + made().getFirst().id() + "/timeline")
                .then()
                .body("items.kind", contains("session-scheduled"));
        as(host).get("/v1/session-series")
                .then()
                .body("items.id", contains(series.getString("id")))
                .body("items[0].localStart", equalTo(first + "T20:00"));
    }

    @Test
    void laterDaysFollowAsTheyComeWithinReachEachOnceHoweverManyInstancesLook() throws Exception {
        create(weekly("Sunday show", first, 20));
        clock.advance(Duration.ofDays(14));

        List<Future<?>> instances = new ArrayList<>();
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                instances.add(all.submit(planner::planAll));
            }
        }
        for (Future<?> instance : instances) {
            instance.get();
        }
        planner.planAll();

        assertThat(made())
                .extracting(Made::localStart)
                .containsExactly(
                        first + "T20:00",
                        first.plusWeeks(1) + "T20:00",
                        first.plusWeeks(2) + "T20:00",
                        first.plusWeeks(3) + "T20:00",
                        first.plusWeeks(4) + "T20:00",
                        first.plusWeeks(5) + "T20:00");
    }

    @Test
    void anEditMovesWhatFollowsKeepsWhatWasChangedByItselfAndCancelsWhatIsNoLongerPlanned() {
        JsonPath series = create(weekly("Sunday show", first, 20));
        List<Made> before = made();
        Made own = before.get(2);
        schedule(own.id(), first.plusWeeks(2).atTime(9, 0));
        cancelSession(before.get(3).id());

        put(series, "\"0\"", terms("Late show", first.plusWeeks(1).atTime(22, 0), "FREQ=WEEKLY;INTERVAL=2"))
                .then()
                .statusCode(200)
                .body("title", equalTo("Late show"))
                .header("ETag", "\"1\"");

        List<Made> after = made();
        assertThat(after)
                .extracting(Made::id, Made::status, Made::localStart, Made::title)
                .containsExactly(
                        tuple(before.get(0).id(), "SCHEDULED", first + "T20:00", "Sunday show"),
                        tuple(before.get(1).id(), "SCHEDULED", first.plusWeeks(1) + "T22:00", "Late show"),
                        tuple(own.id(), "SCHEDULED", first.plusWeeks(2) + "T09:00", "Sunday show"),
                        tuple(before.get(3).id(), "CANCELLED", first.plusWeeks(3) + "T20:00", "Sunday show"));
        put(series, "\"0\"", weeklyTerms("Again", first, 20)).then().statusCode(412);
    }

    @Test
    void aDayThatIsNoLongerInTheRuleIsCancelledAndANewOneAnnounced() {
        JsonPath series = create(weekly("Sunday show", first, 20));

        put(series, "\"0\"", terms("Sunday show", first.atTime(20, 0), "FREQ=DAILY;INTERVAL=10;COUNT=2"))
                .then()
                .statusCode(200);

        assertThat(made())
                .extracting(Made::status, Made::localStart)
                .containsExactlyInAnyOrder(
                        tuple("SCHEDULED", first + "T20:00"),
                        tuple("CANCELLED", first.plusWeeks(1) + "T20:00"),
                        tuple("CANCELLED", first.plusWeeks(2) + "T20:00"),
                        tuple("CANCELLED", first.plusWeeks(3) + "T20:00"),
                        tuple("SCHEDULED", first.plusDays(10) + "T20:00"));
    }

    @Test
    void allThatFollowADayAreCancelledAndNothingComesAfterIt() {
        JsonPath series = create(weekly("Sunday show", first, 20));

        cancel(series, first.plusWeeks(2))
                .then()
                .statusCode(200)
                .body("lastDay", equalTo(first.plusWeeks(2).minusDays(1).toString()));
        cancel(series, first.plusWeeks(2)).then().statusCode(200);
        clock.advance(Duration.ofDays(14));
        planner.planAll();

        assertThat(made()).extracting(Made::status).containsExactly("SCHEDULED", "SCHEDULED", "CANCELLED", "CANCELLED");
    }

    @Test
    void whatWasCancelledStaysSoWhenTheRestIsEdited() {
        JsonPath series = create(weekly("Sunday show", first, 20));
        cancel(series, first.plusWeeks(2)).then().statusCode(200);
        String version = as(host).get(path(series)).then().extract().header("ETag");

        put(series, version, weeklyTerms("Late show", first, 20)).then().statusCode(200);
        clock.advance(Duration.ofDays(14));
        planner.planAll();

        assertThat(made()).extracting(Made::status).containsExactly("SCHEDULED", "SCHEDULED", "CANCELLED", "CANCELLED");
    }

    @Test
    void aSeriesIsItsHostsAndTheOperatorsOnly() {
        JsonPath series = create(weekly("Sunday show", first, 20));
        String other = "host-" + UUID.randomUUID();
        Show.registerCreator(other);

        as(other).get(path(series)).then().statusCode(404);
        as(other)
                .header("If-Match", "\"0\"")
                .body(weeklyTerms("Mine", first, 20))
                .put(path(series))
                .then()
                .statusCode(404);
        as(other)
                .body("{\"from\":\"2030-01-01\"}")
                .post(path(series) + "/cancel")
                .then()
                .statusCode(404);
        Api.as(Tokens.operator()).get(path(series)).then().statusCode(200);
        Api.as(Tokens.customer("ben")).get(path(series)).then().statusCode(403);
        Api.anonymous().get(path(series)).then().statusCode(401);
    }

    @Test
    void wrongTermsAreRefusedByName() {
        refused(terms("A", first.atTime(20, 0), "FREQ=HOURLY"), "rule");
        refused(
                terms(
                        "A",
                        first.atTime(20, 0),
                        "FREQ=MONTHLY;BYMONTHDAY=" + first.plusDays(1).getDayOfMonth()),
                "localStart");
        refused(terms("A", LocalDateTime.of(2020, 1, 1, 20, 0), "FREQ=DAILY"), "localStart");
        refused(terms("A", first.plusYears(2).atTime(20, 0), "FREQ=DAILY"), "localStart");
        refused(terms("A", first.atTime(20, 0), "FREQ=DAILY").replace("Europe/Berlin", "Berlin"), "timeZone");
        refused(terms(" ", first.atTime(20, 0), "FREQ=DAILY"), "terms.title");
    }

    private void refused(String terms, String field) {
        as(host).body("{\"terms\":" + terms + "}")
                .post("/v1/session-series")
                .then()
                .statusCode(422)
                .body("violations.field", contains(field));
    }

    private JsonPath create(String body) {
        return as(host).body(body)
                .post("/v1/session-series")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private Response put(JsonPath series, String ifMatch, String terms) {
        return as(host).header("If-Match", ifMatch).body(terms).put(path(series));
    }

    private Response cancel(JsonPath series, LocalDate from) {
        return as(host).body("{\"from\":\"%s\"}".formatted(from)).post(path(series) + "/cancel");
    }

    private void schedule(UUID sessionId, LocalDateTime start) {
        as(host).body("{\"startsAt\":\"%s\"}".formatted(start.atZone(BERLIN).toInstant()))
                .post("/v1/sessions/" + sessionId + "/schedule")
                .then()
                .statusCode(200);
    }

    private void cancelSession(UUID sessionId) {
        as(host).post("/v1/sessions/" + sessionId + "/cancel").then().statusCode(200);
    }

    /** In the order in which they were made. */
    private List<Made> made() {
        List<Map<String, String>> items = Api.anonymous()
                .queryParam("creatorId", creatorId)
                .get("/v1/sessions")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.stream()
                .map(item -> new Made(
                        UUID.fromString(item.get("id")), item.get("status"), item.get("localStart"), item.get("title")))
                .toList();
    }

    private static String weekly(String title, LocalDate first, int hour) {
        return "{\"terms\":" + weeklyTerms(title, first, hour) + "}";
    }

    private static String weeklyTerms(String title, LocalDate first, int hour) {
        return terms(title, first.atTime(hour, 0), "FREQ=WEEKLY");
    }

    private static String terms(String title, LocalDateTime start, String rule) {
        return "{\"title\":\"%s\",\"markets\":[\"GB\"],\"timeZone\":\"Europe/Berlin\",\"localStart\":\"%s:00\",\"rule\":\"%s\"}"
                .formatted(title, start, rule);
    }

    private static String path(JsonPath series) {
        return "/v1/session-series/" + series.getString("id");
    }

    private static RequestSpecification as(String login) {
        return Api.as(Tokens.creator(login));
    }
}

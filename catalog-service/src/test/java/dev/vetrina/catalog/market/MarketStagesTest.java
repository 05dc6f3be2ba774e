package dev.vetrina.catalog.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import dev.vetrina.catalog.CatalogTest;
import dev.vetrina.events.CatalogEvent.MarketChanged;
import dev.vetrina.events.CatalogEvent.MarketStage;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.ReceivedRecord;
import dev.vetrina.testkit.identity.Tokens;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@CatalogTest
class MarketStagesTest {

    @Test
    void theFirstMarketsExistAndAreTold() {
        Api.anonymous().get("/v1/markets").then().statusCode(200).body("items.code", hasItems("DE", "GB"));

        try (KafkaProbe probe = KafkaProbe.fromBeginning("catalog.markets")) {
            MarketChanged told = changed(probe.await("GB", "market.changed.v1"));
            assertThat(told.currency()).isEqualTo("GBP");
            assertThat(told.languages()).containsExactly("en");
            assertThat(told.sequence()).isZero();
        }
    }

    @Test
    void anOperatorPlansAMarketAndOpensIt() {
        try (KafkaProbe probe = KafkaProbe.fromBeginning("catalog.markets")) {
            create("NL", "EUR").then().statusCode(201).header("ETag", "\"0\"").body("stage", equalTo("PLANNED"));
            create("NL", "EUR").then().statusCode(409).body("code", equalTo("market-exists"));

            changeStage("NL", "PILOT")
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"1\"")
                    .body("stage", equalTo("PLANNED"))
                    .body("announcedStage", equalTo("PILOT"))
                    .body("effectiveAt", notNullValue());
            changeStage("NL", "PILOT").then().statusCode(200).header("ETag", "\"1\"");

            MarketChanged told = changed(probe.await(
                    "the change of NL",
                    seen -> "NL".equals(seen.key()) && changed(seen).sequence() == 1));
            assertThat(told.previousStage()).isEqualTo(MarketStage.PLANNED);
            assertThat(told.stage()).isEqualTo(MarketStage.PILOT);
        }
    }

    @Test
    void anIllegalChangeLeavesTheMarketAsItWas() {
        create("BE", "EUR");

        changeStage("BE", "WITHDRAWN").then().statusCode(409).body("code", equalTo("illegal-stage-change"));

        Api.anonymous().get("/v1/markets/BE").then().statusCode(200).body("version", equalTo(0));
    }

    @Test
    void anAnswerSaysHowLongItHoldsWhereAStageIsAnnounced() {
        create("LU", "EUR");
        Api.as(Tokens.operator())
                .body("{\"stage\": \"PILOT\", \"effectiveAt\": \"%s\"}"
                        .formatted(Instant.now().plusSeconds(50)))
                .post("/v1/markets/LU/stage")
                .then()
                .statusCode(200);

        for (String path : List.of("/v1/markets/LU", "/v1/markets", "/v1/products", "/v1/products?market=GB")) {
            String unchanged = Api.anonymous().get(path).header("Vetrina-Unchanged-Millis");
            assertThat(Long.parseLong(unchanged)).as(path).isBetween(0L, 50_000L);
        }
        assertThat(Api.anonymous().get("/v1/markets/GB").headers().hasHeaderWithName("Vetrina-Unchanged-Millis"))
                .isFalse();
    }

    private static io.restassured.response.Response create(String code, String currency) {
        return Api.as(Tokens.operator()).body("""
                        {"code": "%s", "currency": "%s", "taxTreatment": "INCLUSIVE", "languages": ["nl", "fr-BE"]}""".formatted(code, currency)).post("/v1/markets");
    }

    private static io.restassured.response.Response changeStage(String code, String stage) {
        return Api.as(Tokens.operator())
                .body("{\"stage\": \"%s\"}".formatted(stage))
                .post("/v1/markets/{code}/stage", code);
    }

    private static MarketChanged changed(ReceivedRecord received) {
        return dev.vetrina.catalog.Events.of(MarketChanged.class, received);
    }
}

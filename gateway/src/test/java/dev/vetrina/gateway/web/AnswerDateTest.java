package dev.vetrina.gateway.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.vetrina.gateway.GatewayTest;
import dev.vetrina.gateway.Stubs;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class AnswerDateTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v1/brands", "/v1/catalog-imports/1", "/v1/secrets", "/openapi.json", "/health"})
    void everyAnswerSaysWhenItWasMade(String path) {
        Stubs.catalog().does(request -> request.response().end("{}"));

        String date = given().get(path).header("Date");

        assertThat(date).matches("[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9:]{8} GMT");
        assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant())
                .isCloseTo(Instant.now(), within(5, ChronoUnit.SECONDS));
    }

    @Test
    void whatTheServiceSaysOfItsAnswerIsPassedOn() {
        Stubs.catalog()
                .does(request -> request.response()
                        .putHeader("Date", "Sun, 06 Nov 1994 08:49:37 GMT")
                        .end("{}"));

        assertThat(given().get("/v1/catalog-imports/1").headers().getValues("Date"))
                .containsExactly("Sun, 06 Nov 1994 08:49:37 GMT");
    }
}

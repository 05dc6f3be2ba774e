package dev.vetrina.order.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.DealEvent.DealClosed;
import dev.vetrina.events.DealEvent.DealEnd;
import dev.vetrina.events.DealEvent.DealRejected;
import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.events.Topics;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class DealUnderSalesStopTest {

    @Inject
    MovableClock clock;

    private Goods mug;
    private Host host;

    @BeforeEach
    void goLive() {
        mug = Catalogue.onSale(2_000, 10);
        host = Host.live(clock.instant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"VARIANT", "BRAND", "SESSION", "MARKET"})
    void aStopOfAllThatADealSellsClosesItAndItsUnitsReturn(String scope) throws Exception {
        UUID deal = host.armed(mug, 1_500, 5, 2);
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.STOCK_DEALS)) {
            String stop = stopped(scope);
            try {
                assertThat(Host.told(probe, deal, DealClosed.class).reason()).isEqualTo(DealEnd.SALES_STOPPED);
            } finally {
                lift(stop);
            }
        }
        assertThat(Host.pool(mug, "shared")).containsExactly(10, 0, 0);
        Host.deal(deal).body("status", equalTo("CLOSED"));
        Host.buyOne("ann", mug, deal, 1_500).then().statusCode(409).body("code", equalTo("deal-not-open"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"VARIANT", "BRAND", "SESSION", "MARKET"})
    void noDealIsArmedAgainstAStop(String scope) throws Exception {
        String stop = stopped(scope);
        DealRequested request = host.asksFor(mug, 1_500, 5, 2);
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.STOCK_DEALS)) {
            Catalogue.publish(request);
            assertThat(Host.told(probe, request.dealId(), DealRejected.class).reason())
                    .isEqualTo(
                            switch (scope) {
                                case "SESSION" -> DealRejection.SESSION_NOT_SELLING;
                                case "MARKET" -> DealRejection.MARKET_CLOSED;
                                default -> DealRejection.NOT_FOR_SALE;
                            });
        } finally {
            lift(stop);
        }
        assertThat(Host.pool(mug, "shared")).containsExactly(10, 0, 0);
    }

    @Test
    void aStopOfSomethingElseLeavesTheDealOpen() {
        Goods plate = Catalogue.onSale(2_000, 10);
        UUID deal = host.armed(mug, 1_500, 5, 2);
        UUID ofPlate = host.armed(plate, 1_500, 5, 2);
        String stop = stop("VARIANT", plate.variantId());

        Host.awaitStatus(ofPlate, "CLOSED");
        Host.buyOne("ann", mug, deal, 1_500).then().statusCode(201);
        lift(stop);
    }

    private String stopped(String scope) {
        return stop(
                scope,
                switch (scope) {
                    case "VARIANT" -> mug.variantId();
                    case "BRAND" -> mug.brandId();
                    case "SESSION" -> host.show();
                    default -> "GB";
                });
    }

    private static String stop(String scope, Object code) {
        return Api.as(Tokens.operator())
                .body(Map.of("scope", scope, "code", code, "reason", "Recalled by the maker"))
                .post("/v1/sales-stops")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void lift(String stop) {
        Api.as(Tokens.operator()).post("/v1/sales-stops/{id}/lift", stop).then().statusCode(200);
    }
}

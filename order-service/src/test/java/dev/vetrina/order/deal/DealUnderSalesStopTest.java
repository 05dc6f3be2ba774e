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
import dev.vetrina.order.Shows;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.KafkaProbe;
import dev.vetrina.testkit.identity.Tokens;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class DealUnderSalesStopTest extends InALiveShow {

    @Inject
    GroupCommit groupCommit;

    @Inject
    Deals deals;

    @Inject
    DataSource dataSource;

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
        try {
            assertThat(rejection(host.asksFor(mug, 1_500, 5, 2)))
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

    @Test
    void aDealOfSeveralMarketsRunsOnForThoseThatAreNotStoppedAndIsArmedForAllOrNone() throws Exception {
        List<String> markets = List.of("GB", "BE");
        Goods bowl = Catalogue.onSale(markets, 2_000, 10);
        Host inBoth = new Host(Shows.live(markets), clock.instant());
        UUID deal = inBoth.armed(inBoth.asksFor(bowl, markets, 1_500, 5, 5));
        UUID onlyThere = inBoth.armed(inBoth.asksFor(bowl, List.of("BE"), 1_500, 1, 1));
        String there = stop("MARKET", "BE");
        String here = "";
        try {
            Host.awaitStatus(onlyThere, "CLOSED");
            Host.buyOne("ann", bowl, deal, 1_500).then().statusCode(201);
            assertThat(rejection(inBoth.asksFor(bowl, markets, 1_500, 1, 1))).isEqualTo(DealRejection.MARKET_CLOSED);

            here = stop("MARKET", "GB");
            Host.awaitStatus(deal, "CLOSED");
        } finally {
            lift(there);
            if (!here.isEmpty()) {
                lift(here);
            }
        }
    }

    @Test
    void aStopThatIsLiftedBeforeTheSecondLookAtTheDealLeavesItOpen() {
        UUID deal = host.armed(mug, 1_500, 5, 2);

        // As if the deal had been claimed while there was a stop.
        assertThat(groupCommit.submit(new StopDeal(deals.get(deal)))).isFalse();

        Host.buyOne("ann", mug, deal, 1_500).then().statusCode(201);
        assertThat(Host.pool(mug, deal)).containsExactly(4, 1, 0);
    }

    @Test
    void whoeverLooksForDealsToEndDoesNotWaitForAStopThatIsBeingSet() throws Exception {
        UUID _ = host.armed(mug, 1_500, 5, 2);
        try (Connection setting = dataSource.getConnection();
                Statement lock = setting.createStatement();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            setting.setAutoCommit(false);
            lock.execute("select pg_advisory_xact_lock(7161676831)");

            Future<List<Deal>> due =
                    threads.submit(() -> deals.claimDue(clock.instant(), Duration.ZERO, Duration.ofSeconds(2), 256));

            try {
                assertThat(due).succeedsWithin(Duration.ofSeconds(20));
            } finally {
                setting.rollback();
            }
        }
    }

    private static DealRejection rejection(DealRequested request) throws Exception {
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.STOCK_DEALS)) {
            Catalogue.publish(request);
            return Host.told(probe, request.dealId(), DealRejected.class).reason();
        }
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

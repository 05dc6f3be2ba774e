package dev.vetrina.order.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.vetrina.events.LiveEvent.DealPrice;
import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.events.Money;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.Shop;
import dev.vetrina.testkit.KafkaProbe;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@OrderServiceTest
class BuyUnderDealTest extends InALiveShow {

    @Test
    void aLineUnderADealCostsTheDealsPriceAndComesFromItsPool() {
        UUID deal = host.armed(mug, 1_500, 4, 2);

        Host.buy("ann", 3_000, Host.line(mug, deal, 2))
                .then()
                .statusCode(201)
                .body("lines[0].unitPrice.amount", equalTo(1_500))
                .body("lines[0].listPrice.amount", equalTo(2_000))
                .body("lines[0].dealId", equalTo(deal.toString()))
                .body("lines[0].sessionId", equalTo(host.show().toString()))
                .body("sessionId", equalTo(host.show().toString()))
                .body("total.amount", equalTo(3_000));
        assertThat(Host.pool(mug, deal)).containsExactly(2, 2, 0);
        assertThat(Host.pool(mug, "shared")).containsExactly(6, 0, 0);
    }

    @Test
    void aPaidUnitIsSoldInTheDealsPool() {
        UUID deal = host.armed(mug, 1_500, 4, 2);
        String order = Host.buyOne("ann", mug, deal, 1_500)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Shop.pay("ann", order, "tok_approved").then().statusCode(201);

        assertThat(Host.pool(mug, deal)).containsExactly(3, 0, 1);
    }

    @Test
    void whoStillBelievesTheListPriceIsTold() {
        UUID deal = host.armed(mug, 1_500, 4, 2);

        Host.buyOne("ann", mug, deal, 2_000).then().statusCode(409).body("code", equalTo("total-changed"));
    }

    @Test
    void aDealOfAnotherVariantOrNoneIsRefused() {
        UUID deal = host.armed(mug, 1_500, 4, 2);
        Goods plate = Catalogue.onSale(2_000, 10);

        Host.buyOne("ann", plate, deal, 1_500).then().statusCode(422);
        Host.buyOne("ann", mug, Ids.next(), 1_500).then().statusCode(404);
    }

    @Test
    void nobodyBuysBeforeTheCountdownHasEnded() {
        var prices = List.of(new DealPrice("GB", new Money(1_500, "GBP")));
        UUID deal = host.armed(host.asksFor(mug, prices, 4, 2, clock.instant().plusSeconds(60), 30));

        refuse(Host.buyOne("ann", mug, deal, 1_500));
        clock.advance(Duration.ofSeconds(61));
        Host.buyOne("ann", mug, deal, 1_500).then().statusCode(201);
        Host.awaitStatus(deal, "OPEN");
    }

    @Test
    void aPurchaseAtTheBellCountsAndOneAfterTheGraceDoesNot() {
        DealRequested request = host.asksFor(mug, 1_500, 4, 2);
        UUID deal = host.armed(request);
        Instant closesAt = request.opensAt().plusSeconds(Host.SECONDS);

        clock.advance(Duration.between(clock.instant(), closesAt.plusMillis(500)));
        Host.buyOne("ann", mug, deal, 1_500).then().statusCode(201);

        clock.advance(Duration.between(clock.instant(), closesAt.plusMillis(3_001)));
        refuse(Host.buyOne("bob", mug, deal, 1_500));
    }

    @Test
    void oneBuyerGetsNoMoreThanTheDealAllowsAndAgainWhatWasCancelled() {
        UUID deal = host.armed(mug, 1_500, 5, 2);
        String first = Host.buyOne("ann", mug, deal, 1_500)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Host.buy("ann", 3_000, Host.line(mug, deal, 2))
                .then()
                .statusCode(409)
                .body("code", equalTo("deal-limit-reached"))
                .body("limit", equalTo(2))
                .body("bought", equalTo(1));
        Host.buy("bob", 3_000, Host.line(mug, deal, 1), Host.line(mug, deal, 1))
                .then()
                .statusCode(201);
        Host.cancel("ann", first);
        Host.buy("ann", 3_000, Host.line(mug, deal, 2)).then().statusCode(201);
    }

    @Test
    void aSoldOutDealDoesNotDrawFromWhatIsLeftElsewhereAndOpensAgain() {
        UUID deal = host.armed(mug, 1_500, 1, 1);
        try (KafkaProbe probe = KafkaProbe.fromNow(Topics.STOCK_DEALS)) {
            String order = Host.buyOne("ann", mug, deal, 1_500)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");

            Host.buyOne("bob", mug, deal, 1_500).then().statusCode(409).body("code", equalTo("out-of-stock"));
            Host.deal(deal).body("status", equalTo("SOLD_OUT"));
            probe.await(deal.toString(), "deal.sold-out.v1");

            Host.cancel("ann", order);
            Host.deal(deal).body("status", equalTo("OPEN"));
            probe.await(deal.toString(), "deal.reopened.v1");
        }
        Host.buyOne("bob", mug, deal, 1_500).then().statusCode(201);
    }

    @Test
    void aPaidUnitThatIsCancelledOpensTheDealAgainAlsoForItsBuyer() {
        UUID deal = host.armed(mug, 1_500, 1, 1);
        String order = Host.buyOne("ann", mug, deal, 1_500)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Shop.pay("ann", order, "tok_approved").then().statusCode(201);
        Host.deal(deal).body("status", equalTo("SOLD_OUT"));

        Host.cancel("ann", order);

        Host.deal(deal).body("status", equalTo("OPEN"));
        Host.buyOne("ann", mug, deal, 1_500).then().statusCode(201);
    }

    private static void refuse(Response purchase) {
        purchase.then().statusCode(409).body("code", equalTo("deal-not-open"));
    }
}

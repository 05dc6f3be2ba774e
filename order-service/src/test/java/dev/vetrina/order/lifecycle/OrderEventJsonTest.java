package dev.vetrina.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.events.EventJson;
import dev.vetrina.events.GoldenEvents;
import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What this service publishes has the fields of the golden event, and no other. */
class OrderEventJsonTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aPlacedOrderIsToldWithTheFieldsOfItsGoldenEvent() throws IOException {
        Order order = SampleOrder.placed(Instant.parse("2026-06-01T12:00:00Z"), SampleOrder.line(2, 1_250));

        JsonNode told = JSON.readTree(EventJson.write(order.placed()));

        JsonNode golden = JSON.readTree(GoldenEvents.json("order.placed.v1"));
        assertThat(fields(told)).isEqualTo(fields(golden));
        assertThat(fields(told.path("lines").path(0)))
                .isEqualTo(fields(golden.path("lines").path(0)));
        assertThat(fields(told.path("parts").path(0)))
                .isEqualTo(fields(golden.path("parts").path(0)));
        assertThat(told.path("total").path("amount").asLong()).isEqualTo(2_500);
    }

    @Test
    void aPaymentAndItsRefundsAreToldWithTheFieldsOfTheirGoldenEvents() throws IOException {
        Instant noon = Instant.parse("2026-06-01T12:00:00Z");
        Order order = SampleOrder.placed(noon, SampleOrder.line(2, 1_250));
        Payment payment = order.startPayment(UUID.randomUUID(), "request-1", "simulated", "tok_approved", noon);
        UUID refundId = UUID.randomUUID();
        UUID failedId = UUID.randomUUID();
        OrderEvent lost =
                order.attempts().unanswered(payment.id(), "time-out", noon).orElseThrow();
        order.pay(payment.id(), Funds.captured(2_500), noon);
        OrderEvent requested = requestRefund(order, refundId, noon);
        OrderEvent refunded = order.refunds().succeeded(refundId, "re_1", noon).orElseThrow();
        requestRefund(order, failedId, noon);
        OrderEvent failed = order.refunds().failed(failedId, "refused", noon).orElseThrow();

        for (OrderEvent told : List.of(lost, requested, refunded, failed)) {
            String type = EventJson.typeOf(told.getClass());
            assertThat(fields(JSON.readTree(EventJson.write(told))))
                    .as(type)
                    .isEqualTo(fields(JSON.readTree(GoldenEvents.json(type))));
        }
    }

    private static OrderEvent requestRefund(Order order, UUID refundId, Instant now) {
        RefundWish wish = RefundWish.bySystem(refundId, new Money(500, "GBP"), RefundReason.GOODWILL);
        return order.refunds().request(wish, now).orElseThrow();
    }

    private static Set<String> fields(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        assertThat(names).isNotEmpty();
        return names;
    }
}

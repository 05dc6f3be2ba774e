package dev.vetrina.order.webhook.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.events.GoldenEvents;
import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent.Line;
import dev.vetrina.events.OrderEvent.OrderPaid;
import dev.vetrina.events.OrderEvent.Part;
import dev.vetrina.kit.id.Ids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventFactsTest {

    private static final Instant AT = Instant.parse("2026-03-01T20:06:41Z");
    private static final Owners NOBODY = new Owners(Map.of(), _ -> Optional.empty());

    private static Line line(UUID brandId) {
        Money price = new Money(1_000, "GBP");
        return new Line(
                Ids.next(), Ids.next(), Ids.next(), brandId, 1, price, price, price, price, price, null, null, null);
    }

    private static OrderPaid paid(List<Line> lines, List<Part> parts) {
        Money total = new Money(9_999, "GBP");
        return new OrderPaid(Ids.next(), 2, Ids.next(), "customer-42", "GB", null, lines, parts, total, AT);
    }

    private static Part part(UUID brandId) {
        Money shipping = new Money(399, "GBP");
        return new Part(Ids.next(), brandId, shipping, shipping, shipping);
    }

    @Test
    void everyTypeHasAnExampleThatNamesItAndNobody() {
        Map<WebhookEventType, ObjectNode> examples = EventTypeExamples.all();

        assertThat(examples.keySet()).containsExactlyInAnyOrder(WebhookEventType.values());
        examples.forEach((type, example) -> {
            assertThat(example.path("type").asText()).isEqualTo(type.code());
            assertThat(example.path("data").isEmpty()).as(type.code()).isFalse();
            assertThat(example.toString()).doesNotContain("customer").doesNotContain("null");
        });
    }

    /** What is promised under a type is in its example: a field whose name the event does not have would be told to nobody. */
    @Test
    void everyFieldOfATypeIsOneOfItsEvent() {
        Map<WebhookEventType, ObjectNode> examples = EventTypeExamples.all();
        List<String> mayBeAbsent = List.of("sessionId", "creatorId", "pausedAt", "withdrawalId");

        examples.forEach((type, example) -> {
            List<String> missing = new ArrayList<>(type.fields());
            missing.removeAll(mayBeAbsent);
            missing.removeIf(example.path("data")::has);
            assertThat(missing).as(type.code()).isEmpty();
        });
    }

    @Test
    void ofAnOrderEachBrandIsToldItsOwnPartAndNotWhoBought() {
        UUID mugs = Ids.next();
        UUID hats = Ids.next();
        Line mug = line(mugs);
        Line hat = line(hats);
        OrderPaid order = paid(List.of(mug, hat, line(hats)), List.of(part(mugs), part(hats)));

        List<Fact> facts = EventFacts.of(order, NOBODY);

        assertThat(facts).extracting(Fact::brandId).containsExactly(mugs, hats);
        JsonNode told = facts.getFirst().data().get();
        assertThat(told.path("lines").findValuesAsText("lineId"))
                .containsExactly(mug.lineId().toString());
        assertThat(told.toString())
                .doesNotContain(hats.toString())
                .doesNotContain(hat.variantId().toString())
                .doesNotContain("customer-42")
                .doesNotContain("9999");
        assertThat(told.path("shipping").path("total").path("amount").asLong()).isEqualTo(399);
    }

    @Test
    void whatIsTooLongIsToldByItsIdsAndSaysSo() {
        UUID brandId = Ids.next();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            lines.add(line(brandId));
        }
        OrderPaid order = paid(lines, List.of(part(brandId)));
        ObjectNode data = EventFacts.of(order, NOBODY).getFirst().data().get();

        String body = MessageBody.of(WebhookEventType.ORDER_PAID, AT, data, 20_000);

        assertThat(body.length()).isLessThan(20_000);
        assertThat(body)
                .contains("\"incomplete\":true")
                .contains(order.orderId().toString())
                .doesNotContain("\"lines\"");
        assertThat(MessageBody.of(WebhookEventType.ORDER_PAID, AT, data, 200_000))
                .doesNotContain("incomplete");
    }

    @Test
    void aGoldenOrderIsToldAsItIs() {
        OrderPaid golden = GoldenEvents.event(OrderPaid.class);

        JsonNode told = EventFacts.of(golden, NOBODY).getFirst().data().get();

        assertThat(told.path("orderId").asText()).isEqualTo(golden.orderId().toString());
        assertThat(told.path("fulfilmentId").asText())
                .isEqualTo(golden.parts().getFirst().fulfilmentId().toString());
        assertThat(told.path("lines").size()).isEqualTo(1);
    }
}

package dev.vetrina.order.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.events.FulfilmentEvent.RefundedUnits;
import dev.vetrina.events.Money;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.lifecycle.BrandPart;
import dev.vetrina.order.lifecycle.CancelReason;
import dev.vetrina.order.lifecycle.FulfilmentStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FulfilmentTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final long SHIPPING = 399;

    /** Something that a brand or a buyer tries. */
    record Command(int kind, int line, int units) {}

    @Property(tries = 500)
    void whateverIsTriedUnitsAndMoneyAddUp(
            @ForAll @Size(min = 1, max = 3) List<@IntRange(min = 1, max = 7) Integer> quantities,
            @ForAll @LongRange(min = 0, max = 100_000) long total,
            @ForAll @Size(max = 25) List<@IntRange(min = 0, max = 999) Integer> tries) {
        Fulfilment part = part(quantities, total);
        long captured = 0;
        long refunded = 0;
        for (int code : tries) {
            Command command = new Command(code % 5, code / 5 % quantities.size(), 1 + code / 20 % 7);
            Money[] moved = attempt(part, command);
            captured += moved[0].amount();
            refunded += moved[1].amount();
            assertAddsUp(part, refunded);
        }
        assertWholeWhenAllIsBack(part, captured, refunded);
    }

    private static Money[] attempt(Fulfilment part, Command command) {
        PartLine line = part.lines().get(command.line());
        Map<UUID, Integer> units = Map.of(line.id(), command.units());
        Money nothing = new Money(0, "GBP");
        try {
            return switch (command.kind()) {
                case 0 -> {
                    part.confirm(NOON);
                    yield new Money[] {nothing, nothing};
                }
                case 1 -> new Money[] {part.ship(shipment(units)), nothing};
                case 2 -> {
                    part.shipments().forEach(shipment -> part.deliver(shipment, NOON));
                    yield new Money[] {nothing, nothing};
                }
                case 3 -> new Money[] {nothing, cancelled(part, units)};
                default -> new Money[] {nothing, part.takeBack(units, true).total()};
            };
        } catch (ProblemException | IllegalStateException refused) {
            return new Money[] {nothing, nothing};
        }
    }

    private static Money cancelled(Fulfilment part, Map<UUID, Integer> units) {
        return part.cancel(units, CancelReason.OTHER, null, NOON).total();
    }

    private static void assertAddsUp(Fulfilment part, long refunded) {
        for (PartLine line : part.lines()) {
            assertThat(line.cancelled() + line.shipped())
                    .isLessThanOrEqualTo(line.bought().quantity());
            assertThat(line.returned()).isLessThanOrEqualTo(line.shipped());
            assertThat(line.delivered()).isLessThanOrEqualTo(line.shipped());
            assertThat(line.refunded()).isBetween(0L, line.bought().total().amount());
        }
        assertThat(refunded)
                .isEqualTo(part.lines().stream().mapToLong(PartLine::refunded).sum() + part.shippingRefunded());
    }

    private static void assertWholeWhenAllIsBack(Fulfilment part, long captured, long refunded) {
        int ordered = sum(part, line -> line.bought().quantity());
        long price = part.lines().stream()
                        .mapToLong(line -> line.bought().total().amount())
                        .sum()
                + SHIPPING;
        if (sum(part, PartLine::given) == ordered) {
            assertThat(refunded).isEqualTo(price);
        }
        if (sum(part, PartLine::shipped) == ordered) {
            assertThat(captured).isEqualTo(price);
        }
        assertThat(captured).isLessThanOrEqualTo(price);
    }

    @Property
    void partialRefundsOfALineAreItsPriceAndDifferByOneAtMost(
            @ForAll @IntRange(min = 1, max = 50) int quantity,
            @ForAll @LongRange(min = 0, max = 1_000_000) long total) {
        long sum = 0;
        for (int i = 0; i < quantity; i++) {
            long unit = UnitShares.of(new Money(total, "JPY"), quantity, i, 1).amount();
            assertThat(unit).isBetween(total / quantity, total / quantity + 1);
            sum += unit;
        }
        assertThat(sum).isEqualTo(total);
    }

    @Test
    void whatIsCancelledBeforeAnythingLeftBringsTheShippingBackWithTheLastOfIt() {
        Fulfilment part = part(List.of(3), 1_000);
        UUID line = part.lines().getFirst().id();

        GivenBack first = part.cancel(Map.of(line, 2), CancelReason.OUT_OF_STOCK, null, NOON);
        GivenBack rest = part.cancel(part.open(), CancelReason.OUT_OF_STOCK, null, NOON);

        assertThat(first.lines()).extracting(RefundedUnits::total).containsExactly(new Money(667, "GBP"));
        assertThat(first.shipping()).isEqualTo(new Money(0, "GBP"));
        assertThat(rest.total()).isEqualTo(new Money(333 + SHIPPING, "GBP"));
        assertThat(part.status()).isEqualTo(FulfilmentStatus.CANCELLED);
    }

    @Test
    void aRestThatIsCancelledAfterAllElseArrivedMakesItDelivered() {
        Fulfilment part = part(List.of(2), 1_000);
        UUID line = part.lines().getFirst().id();
        part.confirm(NOON);
        Money price = part.ship(shipment(Map.of(line, 1)));
        part.deliver(part.shipments().getFirst(), NOON);

        part.cancel(part.open(), CancelReason.OUT_OF_STOCK, null, NOON);

        assertThat(price).isEqualTo(new Money(500 + SHIPPING, "GBP"));
        assertThat(part.status()).isEqualTo(FulfilmentStatus.DELIVERED);
        assertThat(part.deliveredAt()).isEqualTo(NOON);
    }

    @Test
    void aCancelledPartIsNotConfirmed() {
        Fulfilment part = part(List.of(1), 1_000);
        part.cancel(part.open(), CancelReason.OUT_OF_STOCK, null, NOON);

        assertThatThrownBy(() -> part.confirm(NOON)).isInstanceOf(ProblemException.class);
    }

    @Test
    void nothingFollowsTheLastStates() {
        for (FulfilmentStatus next : FulfilmentStatus.values()) {
            assertThat(FulfilmentStatus.DELIVERED.canBecome(next)).isFalse();
            assertThat(FulfilmentStatus.CANCELLED.canBecome(next)).isFalse();
        }
    }

    private static Fulfilment part(List<Integer> quantities, long total) {
        UUID brand = UUID.randomUUID();
        Money free = new Money(0, "GBP");
        List<PartLine> lines = new ArrayList<>();
        for (int quantity : quantities) {
            lines.add(new PartLine(
                    new PartLine.Bought(
                            UUID.randomUUID(),
                            UUID.randomUUID(),
                            brand,
                            "shared",
                            quantity,
                            new Money(total, "GBP"),
                            new Money(total / 6, "GBP")),
                    0,
                    0,
                    0,
                    0));
        }
        Money shipping = new Money(SHIPPING, "GBP");
        return new Fulfilment(
                new BrandPart(UUID.randomUUID(), brand, "standard", shipping, free, shipping),
                lines,
                Milestones.NONE,
                0,
                0);
    }

    private static Shipment shipment(Map<UUID, Integer> units) {
        UUID id = UUID.randomUUID();
        return Shipment.of(id, new Shipment.Parcel(id, "dhl", "1", null, NOON), new LinkedHashMap<>(units));
    }

    private static int sum(Fulfilment part, ToIntFunction<PartLine> units) {
        return part.lines().stream().mapToInt(units).sum();
    }
}

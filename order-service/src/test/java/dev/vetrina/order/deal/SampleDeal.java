package dev.vetrina.order.deal;

import dev.vetrina.events.LiveEvent.DealPrice;
import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.events.LiveEvent.SessionStatus;
import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.offer.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Deals, proposals and guardrails for tests of the rules. */
final class SampleDeal {

    static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    static final UUID VARIANT = Ids.next();
    static final UUID BRAND = Ids.next();
    static final UUID SHOW = Ids.next();

    private SampleDeal() {}

    static Money pence(long amount) {
        return new Money(amount, "GBP");
    }

    static DealTerms terms(long price, int quantity) {
        return new DealTerms(
                VARIANT,
                BRAND,
                List.of(new MarketPrice("GB", pence(price), pence(2_000), pence(2_000))),
                quantity,
                2,
                "shared");
    }

    static DealHours hours() {
        return new DealHours(NOON, NOON.plusSeconds(300), null);
    }

    static Deal armed() {
        return Deal.armed(Ids.next(), SHOW, terms(1_500, 10), hours(), 1);
    }

    static DealRequested request(long price) {
        return new DealRequested(
                SHOW,
                1,
                Ids.next(),
                VARIANT,
                List.of(new DealPrice("GB", pence(price))),
                10,
                2,
                NOON.plusSeconds(30),
                300,
                NOON.plusSeconds(10),
                NOON);
    }

    /** A proposal that keeps every rule. */
    static DealProposal sound() {
        return new DealProposal(
                request(1_500),
                new Offer(VARIANT, Ids.next(), BRAND, "Mug", true, List.of()),
                Map.of("GB", pence(2_000)),
                Map.of("GB", pence(1_800)),
                Set.of("GB"),
                Optional.of(new DealSession(1, SessionStatus.LIVE, List.of("GB"), NOON)));
    }
}

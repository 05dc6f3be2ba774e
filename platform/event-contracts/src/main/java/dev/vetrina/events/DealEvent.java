package dev.vetrina.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What order-service decides about a deal, by its own clock. The deal's version is the sequence. */
public sealed interface DealEvent extends DomainEvent {

    UUID dealId();

    UUID sessionId();

    @Override
    default String topic() {
        return Topics.STOCK_DEALS;
    }

    @Override
    default String key() {
        return dealId().toString();
    }

    /**
     * The units are set aside. Published again, with other times, when the show pauses or resumes.
     *
     * @param prices what a unit costs in each market, and from what it is reduced
     * @param opensAt the end of the countdown
     * @param closesAt purchases received up to three seconds later still count
     * @param pausedAt since when its clock stands still, or null if it runs; both times are then not yet final
     */
    @EventType("deal.armed.v1")
    record DealArmed(
            UUID dealId,
            long sequence,
            UUID sessionId,
            UUID variantId,
            UUID brandId,
            List<ReducedPrice> prices,
            int quantity,
            int perBuyerLimit,
            Instant opensAt,
            Instant closesAt,
            @Nullable Instant pausedAt)
            implements DealEvent {}

    /**
     * @param price the deal's
     * @param referencePrice the lowest price of the variant in the market during the preceding 30 days
     */
    record ReducedPrice(String market, Money price, Money referencePrice) {}

    /**
     * @param detail the reason in words, for the host
     * @param allowed what would have been armed instead; null where nothing would, and before this field was told
     */
    @EventType("deal.rejected.v1")
    record DealRejected(
            UUID dealId,
            long sequence,
            UUID sessionId,
            UUID variantId,
            DealRejection reason,
            String detail,
            Instant rejectedAt,
            @Nullable AllowedDeal allowed)
            implements DealEvent {}

    /**
     * Bounds within which a deal keeps the rule that another one broke. What is null is not bound by it.
     *
     * @param market in which the prices hold
     * @param quantity the most units
     */
    record AllowedDeal(
            @Nullable String market,
            @Nullable Money lowestPrice,
            @Nullable Money highestPrice,
            @Nullable Long quantity) {}

    enum DealRejection {
        UNKNOWN_VARIANT,
        NOT_FOR_SALE,
        MARKET_CLOSED,
        NOT_ENOUGH_STOCK,
        BELOW_FLOOR_PRICE,
        /** Not below the lowest price of the preceding 30 days: it could not be announced as a reduction. */
        NOT_A_REDUCTION,
        DISCOUNT_BUDGET_SPENT,
        SESSION_NOT_SELLING,
        /** It was asked for too late to be armed in time. */
        TOO_LATE,
        WITHDRAWN
    }

    /** The countdown has ended. */
    @EventType("deal.opened.v1")
    record DealOpened(UUID dealId, long sequence, UUID sessionId, UUID variantId, Instant openedAt)
            implements DealEvent {}

    /** Every unit is held or sold. One that is released opens it again. */
    @EventType("deal.sold-out.v1")
    record DealSoldOut(UUID dealId, long sequence, UUID sessionId, UUID variantId, Instant soldOutAt)
            implements DealEvent {}

    /** Units came back before its end. */
    @EventType("deal.reopened.v1")
    record DealReopened(UUID dealId, long sequence, UUID sessionId, UUID variantId, long available, Instant reopenedAt)
            implements DealEvent {}

    /**
     * It is over, and what was not bought is on sale again at the usual price. Units that are held for unpaid orders return
     * when those are given up.
     */
    @EventType("deal.closed.v1")
    record DealClosed(
            UUID dealId,
            long sequence,
            UUID sessionId,
            UUID variantId,
            DealEnd reason,
            long sold,
            long held,
            long returned,
            Instant closedAt)
            implements DealEvent {}

    enum DealEnd {
        TIME_OVER,
        WITHDRAWN,
        SESSION_ENDED,
        /** Sales stops left nothing of it to buy. Lifting them does not bring it back. */
        SALES_STOPPED
    }
}

package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import java.util.UUID;

/**
 * Money taken off a line, and who bears it.
 *
 * @param campaignId the coupon campaign
 * @param amount for the whole line, never negative
 */
public record LineDiscount(UUID campaignId, String code, Payer payer, Money amount) {

    /** Demand is reported with and without the money of each. */
    public enum Payer {
        BRAND,
        CREATOR,
        PLATFORM
    }
}

package dev.vetrina.order.coupon;

import static dev.vetrina.order.coupon.CampaignUseRows.CAMPAIGNS;
import static dev.vetrina.order.coupon.CustomerUseRows.CUSTOMERS;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.lifecycle.LineDiscount;
import dev.vetrina.order.lifecycle.Order;
import dev.vetrina.order.lifecycle.OrderLine;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What orders do to the quotas of the campaigns that took something off their lines. */
public final class CouponQuotas {

    private CouponQuotas() {}

    /** Asks for the counters of the campaigns that took something off the lines. */
    public static void need(Needs needs, Collection<OrderLine> lines, String customerId) {
        for (UUID campaignId : campaigns(lines)) {
            needs.add(CAMPAIGNS, campaignId);
            needs.add(CUSTOMERS, new CustomerUses.Key(campaignId, customerId));
        }
    }

    /**
     * @throws ProblemException 409 {@code coupon-not-valid} for a campaign that was ended meanwhile, {@code coupon-used-up} or
     *     {@code coupon-limit-reached}
     */
    public static void require(Batch batch, Order order) {
        for (UUID campaignId : campaigns(order.lines())) {
            CampaignUses campaign = batch.row(CAMPAIGNS, campaignId);
            if (campaign.ended()) {
                throw CouponRule.ENDED.refusal(campaign.code());
            }
            exhausted(campaign, customer(batch, order, campaignId)).ifPresent(refusal -> {
                throw refusal;
            });
        }
    }

    /** Whether an order that was given up may count again: what its campaigns promised holds beyond their ends, not their quotas. */
    public static boolean allow(Batch batch, Order order) {
        return campaigns(order.lines()).stream()
                .noneMatch(id -> exhausted(batch.row(CAMPAIGNS, id), customer(batch, order, id))
                        .isPresent());
    }

    private static Optional<ProblemException> exhausted(CampaignUses campaign, CustomerUses customer) {
        if (campaign.usedUp()) {
            return Optional.of(ProblemException.conflict("coupon-used-up", "Others were faster: the coupon is used up.")
                    .with("couponCode", campaign.code()));
        }
        if (customer.used() >= campaign.quotaPerCustomer()) {
            return Optional.of(ProblemException.conflict(
                            "coupon-limit-reached",
                            "One customer may use the coupon in " + campaign.quotaPerCustomer() + " orders.")
                    .with("couponCode", campaign.code())
                    .with("limit", campaign.quotaPerCustomer()));
        }
        return Optional.empty();
    }

    /** The order counts. */
    public static void claim(Batch batch, Order order) {
        change(batch, order, 1);
    }

    /** The order is given up. */
    public static void giveBack(Batch batch, Order order) {
        change(batch, order, -1);
    }

    private static void change(Batch batch, Order order, int by) {
        for (UUID campaignId : campaigns(order.lines())) {
            batch.row(CAMPAIGNS, campaignId).change(by);
            customer(batch, order, campaignId).change(by);
        }
    }

    private static CustomerUses customer(Batch batch, Order order, UUID campaignId) {
        return batch.row(
                CUSTOMERS, new CustomerUses.Key(campaignId, order.origin().customerId()));
    }

    private static List<UUID> campaigns(Collection<OrderLine> lines) {
        return lines.stream()
                .flatMap(line -> line.discounts().stream())
                .map(LineDiscount::campaignId)
                .distinct()
                .toList();
    }
}

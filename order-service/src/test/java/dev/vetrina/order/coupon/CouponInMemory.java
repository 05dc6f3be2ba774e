package dev.vetrina.order.coupon;

import dev.vetrina.order.commit.CommitInMemory;
import java.util.Collection;
import java.util.UUID;

/** A campaign that runs. */
public final class CouponInMemory {

    private CouponInMemory() {}

    /** @param customers who may use it, each as often as they like until the quota is used up */
    public static UUID running(CommitInMemory commit, long quota, Collection<String> customers) {
        UUID id = UUID.randomUUID();
        commit.put(CampaignUseRows.CAMPAIGNS, id, new CampaignUses(id, "SPRING", quota, Integer.MAX_VALUE, false, 0));
        for (String customer : customers) {
            CustomerUses.Key key = new CustomerUses.Key(id, customer);
            commit.put(CustomerUseRows.CUSTOMERS, key, new CustomerUses(key, 0));
        }
        return id;
    }
}

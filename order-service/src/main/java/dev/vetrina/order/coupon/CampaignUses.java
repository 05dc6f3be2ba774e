package dev.vetrina.order.coupon;

import java.util.UUID;

/** How often a campaign is used, under its row lock. */
final class CampaignUses {

    private final UUID id;
    private final String code;
    private final long quota;
    private final int quotaPerCustomer;
    private final boolean ended;
    private long used;

    CampaignUses(UUID id, String code, long quota, int quotaPerCustomer, boolean ended, long used) {
        this.id = id;
        this.code = code;
        this.quota = quota;
        this.quotaPerCustomer = quotaPerCustomer;
        this.ended = ended;
        this.used = used;
    }

    UUID id() {
        return id;
    }

    String code() {
        return code;
    }

    int quotaPerCustomer() {
        return quotaPerCustomer;
    }

    boolean ended() {
        return ended;
    }

    boolean usedUp() {
        return used >= quota;
    }

    long used() {
        return used;
    }

    void change(int by) {
        used += by;
    }
}

package dev.vetrina.order.coupon;

import dev.vetrina.order.lifecycle.LineDiscount.Payer;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class CampaignRepository implements PanacheRepositoryBase<CampaignRow, UUID> {

    /** How many campaigns of one code are looked at: those of all markets, and some that are over. */
    private static final int SAME_CODE = 500;

    /** Those of a code, in whatever market: running ones first, then the newest. */
    List<CampaignRow> ofCode(String code) {
        return find("code = ?1 order by case when endedAt is null then 0 else 1 end, id desc", code)
                .page(0, SAME_CODE)
                .list();
    }

    List<CampaignRow> all(UUID after, int rows) {
        return find("id > ?1 order by id", after).page(0, rows).list();
    }

    List<CampaignRow> paidBy(UUID brandId, UUID after, int rows) {
        return find("brandId = ?1 and payer = ?2 and id > ?3 order by id", brandId, Payer.BRAND, after)
                .page(0, rows)
                .list();
    }
}

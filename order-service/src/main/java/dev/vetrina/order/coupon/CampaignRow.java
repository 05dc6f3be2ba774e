package dev.vetrina.order.coupon;

import dev.vetrina.events.Money;
import dev.vetrina.order.basket.Reduction;
import dev.vetrina.order.lifecycle.LineDiscount.Payer;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A campaign as it was made. Orders count their uses in it, under its row lock. */
@Entity
@DynamicUpdate
@Table(name = "coupon_campaign")
class CampaignRow {

    @Id
    private UUID id;

    private String market;
    private String code;

    @Enumerated(EnumType.STRING)
    private CouponKind kind;

    private String currency;
    private @Nullable Long amount;
    private @Nullable BigDecimal percent;
    private @Nullable Long cap;

    @Enumerated(EnumType.STRING)
    private Payer payer;

    private @Nullable UUID brandId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> productIds;

    private @Nullable Long minimumBasket;
    private long quota;
    private int quotaPerCustomer;

    @Column(insertable = false, updatable = false)
    private long used;

    private Instant startsAt;
    private Instant endsAt;
    private @Nullable UUID sessionId;
    private Instant createdAt;
    private String createdBy;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected CampaignRow() {}

    CampaignRow(UUID id, CampaignRequest request, String currency, String createdBy, Instant now) {
        this.id = id;
        this.market = request.market();
        this.code = request.code();
        this.kind = request.kind();
        this.currency = currency;
        this.amount = minorUnits(request.amount());
        this.percent = request.percent() == null ? null : new BigDecimal(request.percent());
        this.cap = minorUnits(request.cap());
        this.payer = request.payer();
        this.brandId = request.brandId();
        this.productIds = request.products();
        this.minimumBasket = minorUnits(request.minimumBasket());
        this.quota = request.quota();
        this.quotaPerCustomer = request.quotaPerCustomer();
        this.startsAt = request.startsAt();
        this.endsAt = request.endsAt();
        this.sessionId = request.sessionId();
        this.createdAt = now;
        this.createdBy = createdBy;
    }

    private static @Nullable Long minorUnits(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private @Nullable Money money(@Nullable Long minorUnits) {
        return minorUnits == null ? null : new Money(minorUnits, currency);
    }

    UUID id() {
        return id;
    }

    /** Whether the brand pays for it, and so decides about it. */
    boolean paidBy(UUID brand) {
        return payer == Payer.BRAND && brand.equals(brandId);
    }

    /** Again is as good as once. */
    void end(Instant now) {
        if (endedAt == null) {
            endedAt = now;
        }
    }

    CouponCampaign toCampaign() {
        return new CouponCampaign(
                id,
                code,
                market,
                reduction(),
                payer,
                brandId,
                Set.copyOf(productIds),
                money(minimumBasket),
                sessionId,
                startsAt,
                endsAt,
                endedAt != null);
    }

    private Reduction reduction() {
        Money fixed = money(amount);
        if (fixed != null) {
            return new Reduction.Fixed(fixed);
        }
        return new Reduction.Percentage(percent == null ? BigDecimal.ZERO : percent, money(cap));
    }

    CampaignView view() {
        return new CampaignView(
                id,
                code,
                market,
                kind,
                money(amount),
                percent == null ? null : percent.stripTrailingZeros().toPlainString(),
                money(cap),
                payer,
                brandId,
                productIds,
                money(minimumBasket),
                quota,
                quotaPerCustomer,
                used,
                sessionId,
                startsAt,
                endsAt,
                createdAt,
                createdBy,
                endedAt);
    }
}

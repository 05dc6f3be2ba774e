package dev.vetrina.order.terms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A version of a market's terms, as it was decided. */
@Entity
@Immutable
@Table(name = "selling_terms")
class SellingTermsRow {

    @Id
    private UUID id;

    private String market;

    @Column(name = "version")
    private long number;

    @JdbcTypeCode(SqlTypes.JSON)
    private SellingTermsRequest rules;

    private Instant changedAt;
    private String changedBy;

    @SuppressWarnings("NullAway.Init")
    protected SellingTermsRow() {}

    SellingTermsRow(
            UUID id, String market, long number, SellingTermsRequest rules, Instant changedAt, String changedBy) {
        this.id = id;
        this.market = market;
        this.number = number;
        this.rules = rules;
        this.changedAt = changedAt;
        this.changedBy = changedBy;
    }

    long number() {
        return number;
    }

    String changedBy() {
        return changedBy;
    }

    SellingTerms toTerms() {
        return SellingTerms.of(market, number, rules, changedAt);
    }
}

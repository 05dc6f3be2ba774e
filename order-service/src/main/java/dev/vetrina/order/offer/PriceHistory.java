package dev.vetrina.order.offer;

import dev.vetrina.events.Money;
import dev.vetrina.kit.sql.Bulk;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Every price that took effect, append-only. A price that was announced and called off again before its time never gets here: it
 * is recorded by the first event after it took effect, and until then it stands in the offer itself.
 */
@ApplicationScoped
class PriceHistory {

    private static final String RECORD = """
            insert into offer_price (variant_id, market, effective_at, amount, currency)
            select * from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::bigint[], ?::text[])
            on conflict do nothing
            """;
    private static final String KNOWN =
            "select market, amount, currency, effective_at from offer_price where variant_id = ? and market = ?";

    private final DataSource dataSource;

    PriceHistory(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Keeps those of the prices that had taken effect by then. */
    void record(UUID variantId, Collection<OfferPrice> prices, Instant by) {
        List<OfferPrice> inForce = prices.stream()
                .filter(price -> !price.effectiveAt().isAfter(by))
                .toList();
        try (Connection connection = dataSource.getConnection()) {
            Bulk.of(inForce)
                    .column("uuid", _ -> variantId)
                    .column("text", OfferPrice::market)
                    .column("timestamptz", OfferPrice::effectiveAt)
                    .column("bigint", price -> price.price().amount())
                    .column("text", price -> price.price().currency())
                    .execute(connection, RECORD);
        } catch (SQLException e) {
            throw new PriceHistoryException(e);
        }
    }

    List<OfferPrice> of(UUID variantId, String market) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(KNOWN)) {
            select.setObject(1, variantId);
            select.setString(2, market);
            List<OfferPrice> prices = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    prices.add(new OfferPrice(
                            row.getString(1),
                            new Money(row.getLong(2), row.getString(3)),
                            row.getObject(4, OffsetDateTime.class).toInstant()));
                }
            }
            return prices;
        } catch (SQLException e) {
            throw new PriceHistoryException(e);
        }
    }

    /** The lowest of the prices that were in force at any moment of a period: the one that it began with, too. */
    static Optional<Money> lowest(Collection<OfferPrice> prices, Instant from, Instant until) {
        Instant first = prices.stream()
                .map(OfferPrice::effectiveAt)
                .filter(at -> !at.isAfter(from))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return prices.stream()
                .filter(price -> !price.effectiveAt().isBefore(first)
                        && !price.effectiveAt().isAfter(until))
                .map(OfferPrice::price)
                .min(Comparator.comparingLong(Money::amount));
    }

    /** The database did not answer as it should. */
    static final class PriceHistoryException extends RuntimeException {
        PriceHistoryException(SQLException cause) {
            super(cause);
        }
    }
}

package dev.vetrina.live.statistics;

import dev.vetrina.events.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures by minute, market, brand and product, as {@link ScopedSales} wrote them. Where a brand is given, its own alone. */
@ApplicationScoped
class ScopedSalesRepository {

    private static final String SESSION_OR_BRAND = "product_id = '00000000-0000-0000-0000-000000000000'";
    private static final String A_BRAND = SESSION_OR_BRAND + " and brand_id <> '00000000-0000-0000-0000-000000000000'";
    private static final String A_PRODUCT = "product_id <> '00000000-0000-0000-0000-000000000000'";

    private final EntityManager database;

    ScopedSalesRepository(EntityManager database) {
        this.database = database;
    }

    Map<Instant, Sales> byMinute(UUID sessionId, @Nullable UUID brandId, @Nullable String market) {
        return grouped("minute", Instant.class, SESSION_OR_BRAND, sessionId, orSession(brandId), market);
    }

    Map<String, Sales> byMarket(UUID sessionId, @Nullable UUID brandId) {
        return grouped("market", String.class, SESSION_OR_BRAND, sessionId, orSession(brandId), null);
    }

    Map<UUID, Sales> byBrand(UUID sessionId, @Nullable UUID brandId) {
        return grouped("brand_id", UUID.class, A_BRAND, sessionId, brandId, null);
    }

    Map<UUID, Sales> byProduct(UUID sessionId, @Nullable UUID brandId) {
        return grouped("product_id", UUID.class, A_PRODUCT, sessionId, brandId, null);
    }

    Map<String, Long> customersByMarket(UUID sessionId, @Nullable UUID brandId) {
        return customers("market", String.class, sessionId, orSession(brandId));
    }

    Map<UUID, Long> customersByBrand(UUID sessionId, @Nullable UUID brandId) {
        return customers("brand_id", UUID.class, sessionId, brandId);
    }

    private static UUID orSession(@Nullable UUID brandId) {
        return brandId == null ? SalesScope.ANY : brandId;
    }

    private <K> Map<K, Long> customers(String key, Class<K> type, UUID sessionId, @Nullable UUID brandId) {
        String sql = """
                select %s, count(distinct customer_id) from sales_customer
                where session_id = ?1 and (cast(?2 as uuid) is null or brand_id = ?2) group by 1
                """.formatted(key);
        List<Tuple> rows = database.createNativeQuery(sql, Tuple.class)
                .setParameter(1, sessionId)
                .setParameter(2, brandId)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> row.get(0, type), row -> row.get(1, Long.class)));
    }

    private <K> Map<K, Sales> grouped(
            String key, Class<K> type, String scope, UUID sessionId, @Nullable UUID brandId, @Nullable String market) {
        Map<K, List<Money>> gmv = new HashMap<>();
        for (Tuple row : amounts(key, scope, sessionId, brandId, market)) {
            gmv.computeIfAbsent(row.get(0, type), _ -> new ArrayList<>())
                    .add(new Money(row.get(1, Long.class), row.get(2, String.class)));
        }
        Map<K, Sales> sales = new HashMap<>();
        for (Tuple row : counts(key, scope, sessionId, brandId, market)) {
            K group = row.get(0, type);
            sales.put(
                    group,
                    new Sales(
                            row.get(1, Long.class),
                            row.get(2, Long.class),
                            row.get(3, Long.class),
                            gmv.getOrDefault(group, List.of())));
        }
        return sales;
    }

    private List<Tuple> counts(
            String key, String scope, UUID sessionId, @Nullable UUID brandId, @Nullable String market) {
        String sql = """
                select %s, sum(placed)::bigint, sum(paid)::bigint, sum(units)::bigint from sales_minute
                where session_id = ?1 and (cast(?2 as uuid) is null or brand_id = ?2)
                    and (cast(?3 as text) is null or market = ?3) and %s group by 1
                """.formatted(key, scope);
        return rows(sql, sessionId, brandId, market);
    }

    private List<Tuple> amounts(
            String key, String scope, UUID sessionId, @Nullable UUID brandId, @Nullable String market) {
        String sql = """
                select %s, sum(amount)::bigint, currency from sales_amount_minute
                where session_id = ?1 and (cast(?2 as uuid) is null or brand_id = ?2)
                    and (cast(?3 as text) is null or market = ?3) and %s group by 1, 3 order by 3
                """.formatted(key, scope);
        return rows(sql, sessionId, brandId, market);
    }

    private List<Tuple> rows(String sql, UUID sessionId, @Nullable UUID brandId, @Nullable String market) {
        return database.createNativeQuery(sql, Tuple.class)
                .setParameter(1, sessionId)
                .setParameter(2, brandId)
                .setParameter(3, market)
                .getResultList();
    }
}

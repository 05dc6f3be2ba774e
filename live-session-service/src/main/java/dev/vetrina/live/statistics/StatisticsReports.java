package dev.vetrina.live.statistics;

import dev.vetrina.live.card.Cards;
import dev.vetrina.live.engagement.Engagement;
import dev.vetrina.live.presence.Presence;
import dev.vetrina.live.presence.Presence.Audience;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what is known of a session by minute, product, brand and market. Where a brand is given, sales and looks are its own;
 * the audience is the session's, which everybody sees in the feed.
 */
@ApplicationScoped
class StatisticsReports {

    private static final Audience NOBODY = new Audience(0, 0, 0);

    private final ScopedSalesRepository sales;
    private final Presence presence;
    private final Engagement engagement;
    private final ChatMinutes chat;
    private final Cards cards;

    StatisticsReports(
            ScopedSalesRepository sales, Presence presence, Engagement engagement, ChatMinutes chat, Cards cards) {
        this.sales = sales;
        this.presence = presence;
        this.engagement = engagement;
        this.chat = chat;
        this.cards = cards;
    }

    List<MinuteView> minutes(UUID sessionId, @Nullable UUID brandId, @Nullable String market) {
        Map<Instant, Presence.Minute> viewers = presence.minutes(sessionId, market).stream()
                .collect(Collectors.toMap(Presence.Minute::start, Function.identity()));
        Map<Instant, Long> reactions = engagement.reactions(sessionId).stream()
                .filter(counted -> market == null || market.equals(counted.market()))
                .collect(Collectors.groupingBy(
                        Engagement.Reactions::minute, Collectors.summingLong(Engagement.Reactions::count)));
        Map<Instant, Looks> looks = Looks.by(
                looks(sessionId, brandId).stream()
                        .filter(counted -> market == null || market.equals(counted.market()))
                        .toList(),
                Engagement.Looks::minute);
        Map<Instant, Sales> sold = sales.byMinute(sessionId, brandId, market);
        Map<Instant, Long> written = market == null ? chat.of(sessionId) : Map.of();
        return keys(viewers.keySet(), reactions.keySet(), written.keySet(), looks.keySet(), sold.keySet()).stream()
                .map(minute -> MinuteView.of(
                        minute,
                        viewers.get(minute),
                        sold.getOrDefault(minute, Sales.NONE),
                        reactions.getOrDefault(minute, 0L),
                        market == null ? written.getOrDefault(minute, 0L) : null,
                        looks.getOrDefault(minute, Looks.NONE)))
                .toList();
    }

    List<ProductView> products(UUID sessionId, @Nullable UUID brandId) {
        Map<UUID, Looks> looks = Looks.by(looks(sessionId, brandId), Engagement.Looks::productId);
        Map<UUID, Sales> sold = sales.byProduct(sessionId, brandId);
        SortedSet<UUID> products = keys(looks.keySet(), sold.keySet());
        Map<UUID, UUID> brands = cards.brandsOf(products);
        return products.stream()
                .map(id -> ProductView.of(
                        id, brands.get(id), looks.getOrDefault(id, Looks.NONE), sold.getOrDefault(id, Sales.NONE)))
                .toList();
    }

    List<BrandView> brands(UUID sessionId, @Nullable UUID brandId) {
        List<Engagement.Looks> all = looks(sessionId, brandId);
        Map<UUID, UUID> brands = brandsOf(all);
        Map<UUID, Looks> looks = Looks.by(
                all.stream()
                        .filter(seen -> brands.containsKey(seen.productId()))
                        .toList(),
                seen -> brands.getOrDefault(seen.productId(), SalesScope.ANY));
        Map<UUID, Sales> sold = sales.byBrand(sessionId, brandId);
        Map<UUID, Long> customers = sales.customersByBrand(sessionId, brandId);
        return keys(looks.keySet(), sold.keySet()).stream()
                .map(id -> BrandView.of(
                        id,
                        looks.getOrDefault(id, Looks.NONE),
                        sold.getOrDefault(id, Sales.NONE),
                        customers.getOrDefault(id, 0L)))
                .toList();
    }

    List<MarketView> markets(UUID sessionId, @Nullable UUID brandId, boolean over) {
        Map<String, Audience> audience = presence.audienceByMarket(sessionId);
        Map<String, Integer> now = over ? Map.of() : presence.viewersNowByMarket(sessionId);
        Map<String, Long> reactions = engagement.reactions(sessionId).stream()
                .collect(Collectors.groupingBy(
                        Engagement.Reactions::market, Collectors.summingLong(Engagement.Reactions::count)));
        Map<String, Looks> looks = Looks.by(looks(sessionId, brandId), Engagement.Looks::market);
        Map<String, Sales> sold = sales.byMarket(sessionId, brandId);
        Map<String, Long> customers = sales.customersByMarket(sessionId, brandId);
        SortedSet<String> markets =
                keys(audience.keySet(), now.keySet(), reactions.keySet(), looks.keySet(), sold.keySet());
        markets.remove(Engagement.NO_MARKET);
        return markets.stream()
                .map(market -> MarketView.of(
                        market,
                        now.getOrDefault(market, 0),
                        audience.getOrDefault(market, NOBODY),
                        sold.getOrDefault(market, Sales.NONE),
                        customers.getOrDefault(market, 0L),
                        reactions.getOrDefault(market, 0L),
                        looks.getOrDefault(market, Looks.NONE)))
                .toList();
    }

    /** Looks at all products of the session and whatever market, said or not. */
    Looks looksIn(UUID sessionId) {
        return engagement.looks(sessionId).stream()
                .map(seen -> new Looks(seen.impressions(), seen.clicks()))
                .reduce(Looks.NONE, Looks::plus);
    }

    private List<Engagement.Looks> looks(UUID sessionId, @Nullable UUID brandId) {
        List<Engagement.Looks> looks = engagement.looks(sessionId);
        if (brandId == null) {
            return looks;
        }
        Map<UUID, UUID> brands = brandsOf(looks);
        return looks.stream()
                .filter(seen -> brandId.equals(brands.get(seen.productId())))
                .toList();
    }

    private Map<UUID, UUID> brandsOf(Collection<Engagement.Looks> looks) {
        Set<UUID> products =
                looks.stream().map(Engagement.Looks::productId).collect(Collectors.toCollection(HashSet::new));
        return cards.brandsOf(products);
    }

    @SafeVarargs
    private static <K extends Comparable<? super K>> SortedSet<K> keys(Set<K>... sets) {
        SortedSet<K> keys = new TreeSet<>();
        for (Set<K> set : sets) {
            keys.addAll(set);
        }
        return keys;
    }
}

package dev.vetrina.live.statistics;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.events.LiveEvent.InteractionCount;
import dev.vetrina.events.LiveEvent.PresenceReported;
import dev.vetrina.events.LiveEvent.ReactionCount;
import dev.vetrina.events.OrderEvent;
import dev.vetrina.events.OrderEvent.Line;
import dev.vetrina.events.OrderEvent.OrderCancelled;
import dev.vetrina.events.OrderEvent.OrderExpired;
import dev.vetrina.events.OrderEvent.OrderPaid;
import dev.vetrina.events.OrderEvent.OrderPlaced;
import dev.vetrina.events.OrderEvent.PaymentDeclined;
import dev.vetrina.live.Show;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A show's figures once more, by going through all raw events for each of them. It shares nothing with the service but the events: no
 * sums are kept, no batches are made, and every figure is its own definition.
 */
final class Recount {

    private final UUID session;
    private final Show show;
    private final List<PresenceReported> reports;
    private final List<EngagementCounted> windows;
    private final List<OrderEvent> orders;
    private final List<ChatMessagePosted> messages;
    private final Map<String, String> figures = new TreeMap<>();

    private Recount(Show show, Collection<Recorded> raw) {
        this.session = show.id();
        this.show = show;
        List<DomainEvent> events = raw.stream().map(Recorded::event).toList();
        this.reports = only(PresenceReported.class, events);
        this.windows = only(EngagementCounted.class, events);
        this.orders = only(OrderEvent.class, events);
        this.messages = only(ChatMessagePosted.class, events);
    }

    /** @param raw each event once */
    static Map<String, String> of(Show show, Collection<Recorded> raw) {
        Recount recount = new Recount(show, raw);
        recount.session();
        minutes(raw).forEach(recount::minute);
        show.goods().forEach(goods -> recount.product(goods.productId(), goods.brandId()));
        show.goods().stream().map(goods -> goods.brandId()).distinct().forEach(recount::brand);
        List.of("GB", "DE").forEach(recount::market);
        return recount.figures;
    }

    private void session() {
        audience("session/", report -> true);
        put("session/orders/placed", count(OrderPlaced.class, order -> session.equals(order.sessionId())));
        put("session/orders/paid", count(OrderPaid.class, order -> session.equals(order.sessionId())));
        put("session/orders/declined", count(PaymentDeclined.class, order -> session.equals(order.sessionId())));
        put(
                "session/orders/cancelled",
                count(OrderCancelled.class, order -> session.equals(order.sessionId()) && !order.paid()));
        Set<UUID> paid =
                only(OrderPaid.class, orders).stream().map(OrderPaid::orderId).collect(Collectors.toSet());
        put(
                "session/orders/expired",
                count(
                        OrderExpired.class,
                        order -> session.equals(order.sessionId()) && !paid.contains(order.orderId())));
        goods("session/", order -> true, line -> true);
        long buyers = buyers(order -> true, line -> true);
        put("session/payingViewers", buyers);
        ratio("session/conversion", buyers, hashes(report -> true));
        for (String kind : List.of("HEART", "CLAP", "FIRE")) {
            put("session/reactions/" + kind, reactions(window -> true, reaction -> kind.equals(reaction.kind())));
        }
        put("session/impressions", looks(window -> true, look -> true, InteractionCount::impressions));
        put("session/clicks", looks(window -> true, look -> true, InteractionCount::clicks));
        for (var goods : show.goods()) {
            UUID id = goods.productId();
            if (sold(order -> true, line -> id.equals(line.productId()))
                    .findAny()
                    .isPresent()) {
                goods("session/products/" + id + "/", order -> true, line -> id.equals(line.productId()));
            }
        }
    }

    private void minute(Instant minute) {
        String at = "minute/" + minute + "/";
        if (reports.stream().anyMatch(report -> in(minute, report))) {
            put(at + "viewersPeak", peak(report -> in(minute, report)));
            put(at + "watchSeconds", watchSeconds(report -> in(minute, report)));
        }
        put(
                at + "ordersPlaced",
                count(OrderPlaced.class, order -> session.equals(order.sessionId()) && in(minute, order.placedAt())));
        put(
                at + "ordersPaid",
                count(OrderPaid.class, order -> session.equals(order.sessionId()) && in(minute, order.paidAt())));
        goods(at, order -> in(minute, order.paidAt()), line -> true);
        put(at + "reactions", reactions(window -> in(minute, window.windowStart()), reaction -> true));
        put(
                at + "chatMessages",
                messages.stream()
                        .filter(message -> in(minute, message.postedAt()))
                        .count());
        looks(at, window -> in(minute, window.windowStart()), look -> true);
    }

    private void product(UUID id, UUID brandId) {
        String of = "product/" + id + "/";
        put(of + "brandId", brandId);
        looks(of, window -> true, look -> id.equals(look.productId()));
        ofGoods(of, line -> id.equals(line.productId()), look -> id.equals(look.productId()));
    }

    private void brand(UUID id) {
        Set<UUID> products = show.goods().stream()
                .filter(goods -> goods.brandId().equals(id))
                .map(goods -> goods.productId())
                .collect(Collectors.toSet());
        String of = "brand/" + id + "/";
        looks(of, window -> true, look -> products.contains(look.productId()));
        ofGoods(of, line -> id.equals(line.brandId()), look -> products.contains(look.productId()));
        put(of + "payingViewers", buyers(order -> true, line -> id.equals(line.brandId())));
    }

    private void market(String code) {
        String of = "market/" + code + "/";
        audience(of, report -> code.equals(report.market()));
        put(
                of + "ordersPlaced",
                count(OrderPlaced.class, order -> session.equals(order.sessionId()) && code.equals(order.market())));
        put(
                of + "ordersPaid",
                count(OrderPaid.class, order -> session.equals(order.sessionId()) && code.equals(order.market())));
        goods(of, order -> code.equals(order.market()), line -> true);
        long buyers = buyers(order -> code.equals(order.market()), line -> true);
        put(of + "payingViewers", buyers);
        ratio(of + "conversion", buyers, hashes(report -> code.equals(report.market())));
        put(of + "reactions", reactions(window -> true, reaction -> code.equals(reaction.market())));
        looks(of, window -> true, look -> code.equals(look.market()));
    }

    private void ofGoods(String of, Predicate<Line> wanted, Predicate<InteractionCount> seen) {
        long placed = count(OrderPlaced.class, order -> order.lines().stream().anyMatch(ours(wanted)));
        long paid = count(OrderPaid.class, order -> order.lines().stream().anyMatch(ours(wanted)));
        put(of + "ordersPlaced", placed);
        put(of + "ordersPaid", paid);
        goods(of, order -> true, wanted);
        long impressions = looks(window -> true, seen, InteractionCount::impressions);
        long clicks = looks(window -> true, seen, InteractionCount::clicks);
        ratio(of + "clickThroughRate", clicks, impressions);
        ratio(of + "conversion", paid, clicks);
    }

    private void audience(String of, Predicate<PresenceReported> wanted) {
        put(of + "viewersPeak", peak(wanted));
        put(of + "viewersUnique", hashes(wanted));
        put(of + "watchSeconds", watchSeconds(wanted));
    }

    private long peak(Predicate<PresenceReported> wanted) {
        return reports.stream()
                .filter(wanted)
                .map(PresenceReported::sequence)
                .distinct()
                .mapToLong(window -> reports.stream()
                        .filter(wanted.and(report -> report.sequence() == window))
                        .mapToLong(PresenceReported::viewers)
                        .sum())
                .max()
                .orElse(0);
    }

    private long hashes(Predicate<PresenceReported> wanted) {
        Set<String> seen = new HashSet<>();
        reports.stream().filter(wanted).forEach(report -> seen.addAll(report.joined()));
        return seen.size();
    }

    private long watchSeconds(Predicate<PresenceReported> wanted) {
        return reports.stream()
                        .filter(wanted)
                        .mapToLong(report -> (long) report.viewers() * report.windowMillis())
                        .sum()
                / 1000;
    }

    private void goods(String of, Predicate<OrderPaid> wanted, Predicate<Line> lines) {
        put(of + "units", sold(wanted, lines).mapToLong(Line::quantity).sum());
        for (String currency : List.of("EUR", "GBP")) {
            long amount = sold(wanted, lines)
                    .filter(line -> line.total().currency().equals(currency))
                    .mapToLong(line -> line.total().amount())
                    .sum();
            if (amount != 0) {
                put(of + "gmv/" + currency, amount);
            }
        }
    }

    private Stream<Line> sold(Predicate<OrderPaid> wanted, Predicate<Line> lines) {
        return only(OrderPaid.class, orders).stream()
                .filter(wanted)
                .flatMap(order -> order.lines().stream())
                .filter(ours(lines));
    }

    private Predicate<Line> ours(Predicate<Line> wanted) {
        return wanted.and(line -> session.equals(line.sessionId()));
    }

    private long buyers(Predicate<OrderPaid> wanted, Predicate<Line> lines) {
        return only(OrderPaid.class, orders).stream()
                .filter(wanted)
                .filter(order -> order.lines().stream().anyMatch(ours(lines)))
                .map(OrderPaid::customerId)
                .distinct()
                .count();
    }

    private long reactions(Predicate<EngagementCounted> wanted, Predicate<ReactionCount> kind) {
        return windows.stream()
                .filter(wanted)
                .flatMap(window -> window.reactions().stream())
                .filter(kind)
                .mapToLong(ReactionCount::count)
                .sum();
    }

    private void looks(String of, Predicate<EngagementCounted> wanted, Predicate<InteractionCount> look) {
        put(of + "impressions", looks(wanted, look, InteractionCount::impressions));
        put(of + "clicks", looks(wanted, look, InteractionCount::clicks));
    }

    private long looks(
            Predicate<EngagementCounted> wanted,
            Predicate<InteractionCount> look,
            ToLongFunction<InteractionCount> figure) {
        return windows.stream()
                .filter(wanted)
                .flatMap(window -> window.interactions().stream())
                .filter(look)
                .mapToLong(figure)
                .sum();
    }

    private <E extends OrderEvent> long count(Class<E> type, Predicate<E> wanted) {
        return only(type, orders).stream().filter(wanted).count();
    }

    private static <E> List<E> only(Class<E> type, Collection<?> events) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Set<Instant> minutes(Collection<Recorded> raw) {
        return raw.stream()
                .map(recorded -> switch (recorded.event()) {
                    case PresenceReported report -> Instant.ofEpochMilli(report.sequence());
                    case EngagementCounted counted -> counted.windowStart();
                    case ChatMessagePosted message -> message.postedAt();
                    case OrderPlaced order -> order.sessionId() == null ? null : order.placedAt();
                    case OrderPaid order -> order.paidAt();
                    default -> null;
                })
                .filter(Objects::nonNull)
                .map(time -> Instant.ofEpochSecond(time.getEpochSecond() / 60 * 60))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean in(Instant minute, PresenceReported report) {
        return in(minute, Instant.ofEpochMilli(report.sequence()));
    }

    private static boolean in(Instant minute, Instant time) {
        return !time.isBefore(minute) && time.isBefore(minute.plusSeconds(60));
    }

    private void ratio(String name, long part, long whole) {
        if (whole != 0) {
            put(name, (double) part / whole);
        }
    }

    private void put(String name, Object value) {
        figures.put(name, value.toString());
    }
}

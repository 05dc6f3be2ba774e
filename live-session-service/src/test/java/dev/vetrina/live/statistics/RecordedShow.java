package dev.vetrina.live.statistics;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.LiveEvent.ChatHold;
import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.events.LiveEvent.ChatRole;
import dev.vetrina.events.LiveEvent.ChatState;
import dev.vetrina.events.LiveEvent.EngagementCounted;
import dev.vetrina.events.LiveEvent.InteractionCount;
import dev.vetrina.events.LiveEvent.PresenceReported;
import dev.vetrina.events.LiveEvent.ReactionCount;
import dev.vetrina.events.Money;
import dev.vetrina.events.OrderEvent.Line;
import dev.vetrina.events.OrderEvent.OrderCancelled;
import dev.vetrina.events.OrderEvent.OrderExpired;
import dev.vetrina.events.OrderEvent.OrderPaid;
import dev.vetrina.events.OrderEvent.OrderPlaced;
import dev.vetrina.events.OrderEvent.PaymentDeclined;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.live.Goods;
import dev.vetrina.live.Show;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The raw events of a show of four minutes, made by chance that is the same for the same seed. */
final class RecordedShow {

    private static final int WINDOWS = 48;
    private static final int SECONDS_APART = 5;
    private static final List<String> MARKETS = List.of("GB", "DE");
    private static final List<String> KINDS = List.of("HEART", "CLAP", "FIRE");

    private final Random chance;
    private final Show show;
    private final Instant start;
    private final UUID elsewhere = Ids.next();
    private final List<Recorded> events = new ArrayList<>();

    private RecordedShow(long seed, Show show, Instant start) {
        this.chance = new Random(seed);
        this.show = show;
        this.start = start;
    }

    /** @param start a full minute */
    static List<Recorded> of(long seed, Show show, Instant start) {
        RecordedShow recorded = new RecordedShow(seed, show, start);
        recorded.audience();
        recorded.engagement();
        recorded.chat();
        IntStream.range(0, 60).forEach(_ -> recorded.order());
        return List.copyOf(recorded.events);
    }

    /** The same, as a topic may hold it: some of it twice, and only the events of one key in their order. */
    static List<Recorded> delivered(long seed, List<Recorded> events) {
        Random chance = new Random(seed);
        Map<String, List<Recorded>> byKey = new LinkedHashMap<>();
        for (Recorded recorded : events) {
            List<Recorded> queue = byKey.computeIfAbsent(queue(recorded.event()), _ -> new ArrayList<>());
            queue.add(recorded);
            if (chance.nextInt(10) == 0) {
                queue.add(recorded);
            }
        }
        List<List<Recorded>> queues = new ArrayList<>(byKey.values());
        List<Recorded> delivered = new ArrayList<>();
        while (!queues.isEmpty()) {
            List<Recorded> queue = queues.get(chance.nextInt(queues.size()));
            delivered.add(queue.removeFirst());
            if (queue.isEmpty()) {
                queues.remove(queue);
            }
        }
        return delivered;
    }

    /** What keeps its order: gateways and instances know nothing of one another. */
    private static String queue(DomainEvent event) {
        return switch (event) {
            case PresenceReported report -> report.gatewayId() + report.market();
            case EngagementCounted counted -> counted.instanceId();
            case ChatMessagePosted _ -> "chat";
            default -> event.key();
        };
    }

    private void audience() {
        for (int window = 0; window < WINDOWS; window++) {
            for (String gateway : List.of("gw-1", "gw-2")) {
                for (String market : MARKETS) {
                    add(new PresenceReported(
                            show.id(),
                            at(window).toEpochMilli(),
                            gateway,
                            market,
                            1000,
                            1 + chance.nextInt(30),
                            IntStream.range(0, chance.nextInt(4))
                                    .mapToObj(_ -> "viewer-" + chance.nextInt(90))
                                    .toList()));
                }
            }
        }
    }

    private void engagement() {
        for (int window = 0; window < WINDOWS; window++) {
            for (String instance : List.of("live-1", "live-2")) {
                add(new EngagementCounted(
                        show.id(),
                        at(window).toEpochMilli(),
                        instance,
                        at(window),
                        1000,
                        List.of(new ReactionCount(marketOrNone(), oneOf(KINDS), 1 + chance.nextInt(9))),
                        IntStream.range(0, chance.nextInt(3))
                                .mapToObj(_ -> new InteractionCount(
                                        marketOrNone(),
                                        oneOf(show.goods()).productId(),
                                        1 + chance.nextInt(9),
                                        chance.nextInt(3)))
                                .toList()));
            }
        }
    }

    /** Also what is held back, and what nobody else writes in that minute. */
    private void chat() {
        for (int i = 0; i < 80; i++) {
            Instant postedAt = at(chance.nextInt(WINDOWS)).plusMillis(chance.nextInt(900));
            ChatState state = chance.nextInt(6) == 0 ? ChatState.HELD : ChatState.VISIBLE;
            add(new ChatMessagePosted(
                    show.id(),
                    postedAt.toEpochMilli(),
                    Ids.next(),
                    "customer-" + chance.nextInt(25),
                    "author-" + chance.nextInt(25),
                    "Viewer",
                    ChatRole.VIEWER,
                    "message " + i,
                    state,
                    state == ChatState.HELD ? ChatHold.LINK : null,
                    postedAt));
        }
    }

    /** Placed, and then what happens to orders: paid at once or late, refused, cancelled, forgotten or still open. */
    private void order() {
        UUID id = Ids.next();
        String market = oneOf(MARKETS);
        UUID session = chance.nextInt(8) == 0 ? null : show.id();
        String customer = "customer-" + chance.nextInt(25);
        List<Line> lines = lines(market);
        int window = chance.nextInt(WINDOWS);
        Instant placedAt = at(window).plusMillis(chance.nextInt(900));
        Instant later = placedAt.plusSeconds(chance.nextInt(90));
        Money total = lines.stream().map(Line::total).reduce(Money::plus).orElseThrow();
        add(new OrderPlaced(
                id, 1, customer, market, session, null, lines, List.of(), total, placedAt, placedAt.plusSeconds(600)));
        OrderPaid paid = new OrderPaid(id, 5, Ids.next(), customer, market, session, lines, List.of(), total, later);
        switch (chance.nextInt(7)) {
            case 0 -> add(new OrderCancelled(id, 2, session, false, "changed-mind", later));
            case 1 -> add(new OrderExpired(id, 2, session, later));
            case 2 -> add(new OrderExpired(id, 2, session, later), paid);
            case 3 -> add(new PaymentDeclined(id, 2, Ids.next(), session, "card-declined", later), paid);
            case 4 -> add(paid, new OrderCancelled(id, 6, session, true, "changed-mind", later));
            case 5 -> add(paid);
            default -> {}
        }
    }

    /** At least one is the show's. */
    private List<Line> lines(String market) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(market, show.id()));
        for (int more = chance.nextInt(3); more > 0; more--) {
            lines.add(line(market, chance.nextInt(4) == 0 ? (chance.nextBoolean() ? elsewhere : null) : show.id()));
        }
        return lines;
    }

    private Line line(String market, @Nullable UUID session) {
        Goods goods = oneOf(show.goods());
        String currency = market.equals("GB") ? "GBP" : "EUR";
        int quantity = 1 + chance.nextInt(3);
        Money price = new Money(100 + chance.nextInt(5_000), currency);
        Money nothing = Money.zero(currency);
        return new Line(
                Ids.next(),
                goods.variantId(),
                goods.productId(),
                goods.brandId(),
                quantity,
                price,
                price,
                nothing,
                nothing,
                price.times(quantity),
                session,
                null,
                null);
    }

    private Instant at(int window) {
        return start.plusSeconds((long) window * SECONDS_APART);
    }

    private @Nullable String marketOrNone() {
        return chance.nextInt(5) == 0 ? null : oneOf(MARKETS);
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }

    private void add(DomainEvent... happened) {
        for (DomainEvent event : happened) {
            events.add(new Recorded(UUID.randomUUID(), event));
        }
    }
}

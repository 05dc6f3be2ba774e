package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Waits after a show, never without a bound, until everything has settled, and gathers the evidence. */
final class Aftermath {

    private static final Duration STATISTICS_LIMIT = Duration.ofMinutes(2);

    private final Host host;
    private final StockDesk stock;
    private final Inspector inspector;

    Aftermath(RestApi api, SignIn signIn) {
        this.host = new Host(api, signIn);
        this.stock = new StockDesk(api, signIn);
        this.inspector = new Inspector(api, signIn);
    }

    /** @param told what buyers were told; all of them are done */
    Evidence of(
            UUID session,
            Selection selection,
            Map<UUID, StockCount> before,
            SalesFigures told,
            List<ViewerLog> viewers,
            RoomFound room) {
        List<OrderFound> orders = inspector.ordersOnceDecided(session);
        inspector.awaitEmptyOutboxes();
        SessionStatistics statistics = Waiting.atMost(
                STATISTICS_LIMIT,
                () -> SessionStatistics.of(host.statistics(session)),
                seen -> StatisticsCheck.of(orders, told.purchases(), viewers.size(), seen)
                        .isEmpty());
        return new Evidence(
                before,
                stock.counts(selection),
                told,
                orders,
                inspector.foundByOwner(told.purchases()),
                statistics,
                host.timeline(session),
                viewers,
                room);
    }
}

package dev.vetrina.localstack.bench.checkout;

import dev.vetrina.localstack.audit.AuditAccess;
import dev.vetrina.localstack.audit.ClientNotes;
import dev.vetrina.localstack.audit.ClientNotes.Accepted;
import dev.vetrina.localstack.bench.BenchmarkRun;
import dev.vetrina.localstack.bench.Pace;
import dev.vetrina.localstack.bench.WarmUp;
import dev.vetrina.localstack.stack.CpuClock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;

/** What is sold in which order: a baseline and a sale in turns, so that slow minutes of the machine meet both. */
final class CheckoutProgram {

    private final BenchmarkRun run;
    private final PurchaseWay way;
    private final Schedule schedule;
    private final DatabaseCheck database;
    private final CheckoutFigures figures = new CheckoutFigures();
    private final List<Accepted> accepted = new ArrayList<>();
    private final Set<UUID> paid = new HashSet<>();

    CheckoutProgram(BenchmarkRun run, PurchaseWay way) {
        this.run = run;
        this.way = way;
        this.schedule = new Schedule(run.load());
        this.database = new DatabaseCheck(run.ports());
    }

    CheckoutReport play(double fsyncMillis) {
        HotRow hotRow = HotRow.on(run.ports());
        long deadlocksBefore = database.deadlocks();
        Market market = new Market(run, way);
        market.awaitStock(database);
        double perSecond = warmUp(market);
        int stock = run.options().stock().orElse(schedule.stock(perSecond));
        CpuClock cpu = CpuClock.now();
        for (int round = 1; round <= Schedule.ROUNDS; round++) {
            playRound(hotRow, market, stock);
        }
        sellVariety(market);
        SaleRound openLoop = openLoop(market);
        OptionalDouble stolen = CpuClock.now().stolenSince(cpu);
        long deadlocks = database.deadlocks() - deadlocksBefore;
        return new CheckoutReport(figures, openLoop, judge(), deadlocks, way, hotRow.program(), fsyncMillis, stolen);
    }

    /** Of everything that was sold, the warm-up's orders included. */
    private SalesJudgement judge() {
        run.progress().accept("  Auditing " + accepted.size() + " orders");
        return SalesJudgement.of(AuditAccess.of(run.ports()), new ClientNotes(accepted, paid), run.progress());
    }

    /**
     * Until it gets no faster: the compilers need minutes for all that a purchase runs through.
     *
     * @return how many orders a second the last part of it was
     */
    private double warmUp(Market market) {
        market.provide(10_000_000);
        WarmUp warmUp = Schedule.warmUp();
        while (warmUp.goesOn()) {
            SaleRound part = market.sellHot(Schedule.USUAL_CROWD, Pace.rush(Long.MAX_VALUE, schedule.partOfWarmUp()));
            note(part, "warm-up");
            warmUp.add(part.ordersPerSecond());
        }
        return warmUp.last();
    }

    private void playRound(HotRow hotRow, Market market, int stock) {
        for (int step = 0; step < Schedule.CROWDS.size(); step++) {
            if (step < Schedule.BASELINE_CLIENTS.size()) {
                measure(hotRow, Schedule.BASELINE_CLIENTS.get(step));
            }
            market.provide(stock);
            Pace pace = Pace.rush((long) Schedule.BUYERS_PER_UNIT * stock, schedule.roundLimit());
            keep(market.sellHot(Schedule.CROWDS.get(step), pace));
        }
    }

    /** Alone: what was sold just before is still on its way through the outbox. */
    private void measure(HotRow hotRow, int clients) {
        database.awaitPublished();
        double perSecond = hotRow.perSecond(clients, schedule.baseline());
        figures.baseline(clients, perSecond);
        run.progress().accept(String.format(Locale.ROOT, "  one row   %4d clients  %6.0f/s", clients, perSecond));
    }

    private void sellVariety(Market market) {
        for (int round = 1; round <= Schedule.ROUNDS; round++) {
            keep(market.sellSpread(Schedule.USUAL_CROWD, Pace.rush(Long.MAX_VALUE, schedule.variety())));
            keep(market.sellBaskets(Schedule.USUAL_CROWD, Pace.rush(Long.MAX_VALUE, schedule.variety())));
        }
    }

    private SaleRound openLoop(Market market) {
        market.provide(10_000_000);
        double perSecond = Math.max(1, Schedule.COMFORTABLE * figures.ordersPerSecond());
        SaleRound round = market.sellHot(Schedule.USUAL_CROWD, Pace.steady(perSecond, schedule.openLoop()));
        note(round, "open");
        return round;
    }

    private void keep(SaleRound round) {
        figures.round(round);
        note(round, round.kind());
    }

    private void note(SaleRound round, String name) {
        round.purchases().stream()
                .filter(purchase -> !purchase.orderId().isEmpty())
                .forEach(this::remember);
        run.progress()
                .accept(String.format(
                        Locale.ROOT,
                        "  %-8s  %4d buyers   %6.0f/s  %s",
                        name,
                        round.buyers(),
                        round.ordersPerSecond(),
                        round.answers()));
    }

    /** Each press of the button has a key of its own, for which its number stands here. */
    private void remember(Purchase purchase) {
        UUID order = UUID.fromString(purchase.orderId());
        accepted.add(new Accepted("press " + accepted.size(), order));
        if (purchase.isPaid()) {
            paid.add(order);
        }
    }
}

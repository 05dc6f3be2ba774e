package dev.vetrina.localstack.bench.gateway;

import dev.vetrina.localstack.bench.BenchmarkRun;
import dev.vetrina.localstack.bench.Pace;
import dev.vetrina.localstack.bench.WarmUp;
import dev.vetrina.localstack.http.SignIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plays the rounds: every front in turn, so that the machine's slow minutes meet all alike. */
final class GatewayProgram {

    private static final int OK = 200;

    /** Whom the requests are from; an account of the demo's. */
    private static final String CUSTOMER = "customer-1";

    private final BenchmarkRun run;
    private final Fronts fronts;
    private final GatewaySchedule schedule;
    private final SignIn signIn;
    private final List<GatewayRound> rounds = new ArrayList<>();

    GatewayProgram(BenchmarkRun run, Fronts fronts) {
        this.run = run;
        this.fronts = fronts;
        this.schedule = GatewaySchedule.of(run.load());
        this.signIn = SignIn.at(run.issuer());
    }

    GatewayFigures play() {
        for (Errand errand : Errand.values()) {
            namesFor(errand).forEach(name -> warmUp(fronts.named(name), errand));
        }
        run.progress().accept("  Everything is warm.");
        for (int rush = 1; rush <= GatewaySchedule.RUSHES; rush++) {
            for (Errand errand : Errand.values()) {
                namesFor(errand).forEach(name -> rush(fronts.named(name), errand));
            }
        }
        double calm = GatewaySchedule.CALM_LOAD * new GatewayFigures(rounds).perSecond(Fronts.OWN, Errand.GET);
        for (int round = 1; round <= GatewaySchedule.CALMS; round++) {
            calm(fronts.service(), calm);
            calm(fronts.named(Fronts.OWN), calm);
        }
        return new GatewayFigures(rounds);
    }

    /** What our gateway answers by itself, nginx passes on; Spring Cloud Gateway is not asked for it again. */
    private static List<String> namesFor(Errand errand) {
        return errand == Errand.CACHED
                ? List.of(Fronts.OWN, Nginx.NAME)
                : List.of(Fronts.OWN, Nginx.NAME, SpringCloudGateway.NAME, SpringCloudGateway.WITH_TOKENS);
    }

    /** Until it gets no faster. */
    private void warmUp(Front front, Errand errand) {
        WarmUp warmUp = GatewaySchedule.warmUp();
        while (warmUp.goesOn()) {
            Pace part = Pace.rush(Long.MAX_VALUE, GatewaySchedule.partOfWarmUp());
            warmUp.add((double) load(front, errand, part).done());
        }
    }

    private void rush(Front front, Errand errand) {
        note(new GatewayRound(
                front.name(),
                errand,
                schedule.rush(),
                0,
                load(front, errand, Pace.rush(Long.MAX_VALUE, schedule.rush()))));
    }

    private void calm(Front front, double perSecond) {
        Duration length = schedule.calm();
        note(new GatewayRound(
                front.name(), Errand.GET, length, perSecond, load(front, Errand.GET, Pace.steady(perSecond, length))));
    }

    private Traffic.Outcome load(Front front, Errand errand, Pace pace) {
        byte[] request = errand.request(front.port(), signIn.token(CUSTOMER));
        return Traffic.run(front.port(), GatewaySchedule.CONNECTIONS, request, OK, pace);
    }

    private void note(GatewayRound round) {
        rounds.add(round);
        run.progress()
                .accept(String.format(
                        Locale.ROOT,
                        "  %-6s  %-20s  %7.0f/s  p50 %6.2f ms%s",
                        round.errand().label(),
                        round.front(),
                        round.perSecond(),
                        round.outcome().micros().getValueAtPercentile(50) / 1000.0,
                        round.outcome().failed() > 0 ? "  " + round.outcome().failed() + " failed" : ""));
    }
}

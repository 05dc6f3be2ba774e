package dev.vetrina.gateway.shedding;

import dev.vetrina.gateway.proxy.RoutingTable;
import dev.vetrina.gateway.proxy.Upstream;
import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.gateway.web.RequestClass;
import dev.vetrina.gateway.web.RouteOrder;
import dev.vetrina.kit.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Refuses, before anything was done for it, what there is no room for. */
@ApplicationScoped
class LoadShedding {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Map<Upstream, Pressure> pressures = new EnumMap<>(Upstream.class);
    private final LoopWatch loops;
    private final Refusals refusals;
    private final MeterRegistry meters;

    LoadShedding(SheddingSettings settings, Refusals refusals, MeterRegistry meters) {
        this.refusals = refusals;
        this.meters = meters;
        for (Upstream upstream : Upstream.values()) {
            Pressure pressure = new Pressure(settings);
            pressures.put(upstream, pressure);
            Tags service = Tags.of("service", upstream.name());
            meters.gauge("vetrina.shedding.in-flight", service, pressure, Pressure::inFlight);
            meters.gauge("vetrina.shedding.limit", service, pressure, Pressure::limit);
        }
        this.loops = new LoopWatch(settings.lateLoop(), () -> pressures.values().forEach(Pressure::loopWasLate));
    }

    void route(@Observes Router router) {
        router.route("/v1/*").order(RouteOrder.SHEDDING).handler(this::check);
    }

    private void check(RoutingContext routing) {
        RequestClass asked = RequestClass.of(routing.request());
        Upstream upstream = RoutingTable.route(routing.request().path()).orElse(null);
        if (asked == RequestClass.FEED || upstream == null) {
            routing.next();
            return;
        }
        loops.watch();
        Pressure pressure = Objects.requireNonNull(pressures.get(upstream));
        if (pressure.admits(asked)) {
            routing.addEndHandler(new UnderWay(pressure, asked, routing.response()));
            routing.next();
        } else {
            meters.counter("vetrina.shedding.shed", "class", asked.name().toLowerCase(Locale.ROOT))
                    .increment();
            refusals.refuse(
                    routing,
                    ProblemException.unavailable(
                            "overloaded", "There is more to do than can be done; this can wait.", RETRY_AFTER));
        }
    }
}

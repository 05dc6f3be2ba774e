package dev.vetrina.order.salesstop;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.outbox.Outbox;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.order.offer.Offers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class SalesStopService {

    private final SalesStopRepository stops;
    private final Offers offers;
    private final Outbox outbox;
    private final Clock clock;

    SalesStopService(SalesStopRepository stops, Offers offers, Outbox outbox, Clock clock) {
        this.stops = stops;
        this.offers = offers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * When it returns, no order that it concerns commits any more. A stop that is in force already is the answer to another of the same
     * maker only: an operator's stop must outlast the brand's.
     */
    @Transactional
    SalesStopView stop(SalesStopRequest request, Caller caller) {
        if (!request.fits()) {
            throw ProblemException.invalid("code", "must be an ISO 3166 code for a market, and an id otherwise");
        }
        requireOwn(request, caller);
        UUID brandId = brandOf(caller);
        stops.lockOutBatches();
        Optional<SalesStopRow> active = stops.active(request.scope(), request.code(), brandId);
        if (active.isPresent()) {
            return active.get().view();
        }
        SalesStopRow stop = new SalesStopRow(Ids.next(), request, brandId, caller.subject(), clock.instant());
        stops.persist(stop);
        outbox.publish(stop.stopped());
        return stop.view();
    }

    private static @Nullable UUID brandOf(Caller caller) {
        return caller.is(Roles.OPERATOR) ? null : caller.brandId().orElse(null);
    }

    private void requireOwn(SalesStopRequest request, Caller caller) {
        if (caller.is(Roles.OPERATOR)) {
            return;
        }
        switch (request.scope()) {
            case BRAND -> caller.requireBrand(UUID.fromString(request.code()));
            case VARIANT ->
                caller.requireBrand(offers.get(UUID.fromString(request.code())).brandId());
            case MARKET, SESSION -> throw ProblemException.forbidden("Only an operator stops the sales of others.");
        }
    }

    @Transactional
    SalesStopView lift(UUID id, Caller caller) {
        SalesStopRow stop = get(id);
        UUID brandId = stop.brandId();
        if (!caller.is(Roles.OPERATOR) && (brandId == null || !caller.actsFor(brandId))) {
            throw ProblemException.forbidden("It was made by somebody else.");
        }
        stops.lockOutBatches();
        stops.getEntityManager().refresh(stop);
        if (!stop.lifted()) {
            outbox.publish(stop.lift(caller.subject(), clock.instant()));
        }
        return stop.view();
    }

    @Transactional
    SalesStopView view(UUID id) {
        return get(id).view();
    }

    /** Everybody who may ask sees all of them: they explain refusals. */
    @Transactional
    List<SalesStopView> list(boolean activeOnly, UUID after, int rows) {
        return stops.list(activeOnly, after, rows).stream()
                .map(SalesStopRow::view)
                .toList();
    }

    private SalesStopRow get(UUID id) {
        return stops.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("sales stop", id));
    }
}

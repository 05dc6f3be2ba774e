package dev.vetrina.order.checkout;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.deal.Deal;
import dev.vetrina.order.deal.Deals;
import dev.vetrina.order.lifecycle.LineOrigin;
import dev.vetrina.order.offer.Market;
import dev.vetrina.order.session.SellingSession;
import dev.vetrina.order.session.SellingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which show sold what: a line's own or, by default, the order's. */
@ApplicationScoped
class Attribution {

    private final SellingSessions sessions;
    private final Deals deals;

    Attribution(SellingSessions sessions, Deals deals) {
        this.deals = deals;
        this.sessions = sessions;
    }

    /** @throws ProblemException 404 for an unknown show, 409 for one that does not sell in the market */
    Optional<SellingSession> session(@Nullable UUID id, Market market) {
        if (id == null) {
            return Optional.empty();
        }
        SellingSession session = sessions.get(id);
        if (!session.sellsIn(market.code())) {
            throw ProblemException.conflict("session-not-selling", "The session does not sell there now.")
                    .with("sessionId", id)
                    .with("sessionStatus", session.status());
        }
        return Optional.of(session);
    }

    /** A line under a deal belongs to the deal's show, whatever else is said. */
    LineOrigin ofLine(LineRequest line, Optional<SellingSession> ofOrder, Market market) {
        if (line.dealId() != null) {
            Deal deal = deals.offered(line.dealId(), line.variantId());
            SellingSession show = sessions.get(deal.sessionId());
            return new LineOrigin(show.id(), show.creatorId(), deal.id());
        }
        Optional<SellingSession> session = line.sessionId() == null ? ofOrder : session(line.sessionId(), market);
        return session.map(show -> LineOrigin.of(show.id(), show.creatorId()))
                .orElseGet(() -> LineOrigin.of(null, null));
    }
}

package dev.vetrina.order.waitlist;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.order.commit.GroupCommit;
import dev.vetrina.order.deal.Deal;
import dev.vetrina.order.deal.Deals;
import dev.vetrina.order.offer.Offer;
import dev.vetrina.order.offer.Offers;
import dev.vetrina.order.stock.PointOfSale;
import dev.vetrina.order.stock.Waiter;
import dev.vetrina.order.stock.WaiterStatus;
import dev.vetrina.order.stock.WaitingLines;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class WaitlistService {

    private final Offers offers;
    private final Deals deals;
    private final WaitingLines lines;
    private final GroupCommit groupCommit;
    private final WaitlistSettings settings;
    private final Clock clock;

    WaitlistService(
            Offers offers,
            Deals deals,
            WaitingLines lines,
            GroupCommit groupCommit,
            WaitlistSettings settings,
            Clock clock) {
        this.offers = offers;
        this.deals = deals;
        this.lines = lines;
        this.groupCommit = groupCommit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @throws ProblemException 409 {@code not-for-sale}, {@code in-stock}, {@code already-waiting}, {@code deal-closed} or that of a
     *     limit which is reached; 422 for a market in which the deal does not sell, or more than a customer may buy
     */
    Waiter join(WaitlistEntryRequest request, String customerId) {
        Offer offer = offers.get(request.variantId());
        if (!offer.forSale() || offer.priceIn(request.market(), clock.instant()).isEmpty()) {
            throw ProblemException.conflict("not-for-sale", "The variant is not sold in " + request.market() + ".");
        }
        Deal deal = request.dealId() == null ? null : offered(request.dealId(), request);
        return groupCommit.submit(new JoinWaitlist(
                Ids.next(),
                offer.variantId(),
                offer.brandId(),
                customerId,
                new PointOfSale(request.market(), request.sessionId(), request.dealId()),
                request.quantity(),
                settings.offer(),
                new WaitLimits(customerId, offer.variantId(), deal)));
    }

    private Deal offered(UUID dealId, WaitlistEntryRequest request) {
        Deal deal = deals.offered(dealId, request.variantId());
        if (deal.priceIn(request.market()).isEmpty()) {
            throw ProblemException.invalid("market", "is not one in which the deal sells");
        }
        return deal;
    }

    /** @throws ProblemException 404, also if it is somebody else's */
    Waiter own(UUID id, Caller caller) {
        return lines.find(id)
                .filter(waiter ->
                        caller.is(Roles.OPERATOR) || waiter.wish().customerId().equals(caller.subject()))
                .orElseThrow(() -> ProblemException.notFound("waitlist entry", id));
    }

    List<Waiter> ofCustomer(String customerId, UUID after, int rows) {
        return lines.ofCustomer(customerId, after, rows);
    }

    Waiter giveUp(UUID id, WaiterStatus into, Caller caller) {
        Waiter waiter = own(id, caller);
        return groupCommit.submit(GiveUp.of(waiter, into));
    }
}

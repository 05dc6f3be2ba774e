package dev.vetrina.order.deal;

import static dev.vetrina.order.deal.DealRows.DEALS;
import static dev.vetrina.order.stock.StockRows.STOCK;
import static java.util.Objects.requireNonNull;

import dev.vetrina.events.DealEvent.DealRejected;
import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.offer.Offer;
import dev.vetrina.order.stock.PointOfSale;
import dev.vetrina.order.stock.Pools;
import dev.vetrina.order.stock.StockLevel;
import dev.vetrina.order.stock.VariantStock;
import java.util.Optional;
import java.util.UUID;

/** Sets a deal's units aside, or rejects it. A repeat finds the deal and does nothing. */
record ArmDeal(DealProposal proposal, Optional<Refusal> refusal) implements Draft<Boolean> {

    private DealRequested request() {
        return proposal.request();
    }

    @Override
    public void needs(Needs needs, Batch batch) {
        stops().need(needs);
        needs.add(DEALS, request().dealId());
        Offer offer = proposal.offer();
        if (offer != null) {
            needs.add(GuardrailRows.GUARDRAILS, offer.brandId());
            needs.add(STOCK, request().variantId());
        }
    }

    /** Returns whether it is armed now. */
    @Override
    public Boolean take(Batch batch) {
        Optional<Deal> known = batch.find(DEALS, request().dealId());
        if (known.isPresent()) {
            known.filter(deal -> deal.status() == DealStatus.WITHDRAWN).ifPresent(deal -> rejectWithdrawn(batch, deal));
            return false;
        }
        Optional<Refusal> inTime = ArmingRules.inTime(proposal, batch.now());
        Optional<Refusal> broken = inTime.or(() -> refusal).or(() -> stops().broken(batch));
        return broken.isPresent() ? reject(batch, broken.get()) : armIfCovered(batch);
    }

    private DealStops stops() {
        Offer offer = proposal.offer();
        return new DealStops(
                request().variantId(),
                offer == null ? null : offer.brandId(),
                request().sessionId(),
                proposal.markets());
    }

    private boolean armIfCovered(Batch batch) {
        Offer offer = requireNonNull(proposal.offer());
        VariantStock stock = batch.row(STOCK, request().variantId());
        StockLevel source = source(stock, offer.brandId());
        DealTerms terms = proposal.terms(source);
        Optional<BrandGuardrails> guardrails = batch.find(GuardrailRows.GUARDRAILS, offer.brandId());
        Optional<Refusal> broken =
                guardrails.flatMap(rails -> rails.broken(terms, request().opensAt()));
        if (broken.isPresent()) {
            return reject(batch, broken.get());
        }
        if (!source.covers(terms.quantity())) {
            return reject(
                    batch,
                    new Refusal(
                            DealRejection.NOT_ENOUGH_STOCK,
                            shortage(source, terms.quantity()),
                            Refusal.unitsUpTo(source.forEverybody())));
        }
        guardrails.ifPresent(rails -> rails.commit(terms, request().opensAt()));
        Deal deal = Deal.armed(
                request().dealId(), request().sessionId(), terms, proposal.hours(), proposal.sessionSequence());
        batch.add(DEALS, deal.id(), deal);
        DealPool.fill(stock, deal, batch.now());
        batch.publish(deal.armed());
        return true;
    }

    /** Units that are there may be kept from everybody for those who wait. */
    private static String shortage(StockLevel source, int quantity) {
        long free = source.forEverybody();
        String others = source.available() > free ? " Others wait for what is there." : "";
        return free + " of " + quantity + " units are available." + others;
    }

    /** A deal of one market draws from that market's own pool, if it has one; one of several from what all of them share. */
    private StockLevel source(VariantStock stock, UUID brandId) {
        return proposal.markets().size() == 1
                ? stock.forSale(new PointOfSale(proposal.markets().getFirst(), null, null), brandId)
                : stock.pool(Pools.SHARED, brandId);
    }

    private boolean reject(Batch batch, Refusal broken) {
        Deal rejected = Deal.neverArmed(
                request().dealId(),
                request().sessionId(),
                DealStatus.REJECTED,
                broken.reason().name(),
                broken.detail());
        batch.add(DEALS, rejected.id(), rejected);
        tell(batch, rejected, broken);
        return false;
    }

    private void rejectWithdrawn(Batch batch, Deal deal) {
        deal.rejectWithdrawn("It was taken back.");
        tell(batch, deal, new Refusal(DealRejection.WITHDRAWN, "It was taken back."));
    }

    private void tell(Batch batch, Deal deal, Refusal broken) {
        batch.publish(new DealRejected(
                deal.id(),
                deal.version(),
                deal.sessionId(),
                request().variantId(),
                broken.reason(),
                broken.detail(),
                batch.now(),
                broken.allowed()));
    }
}

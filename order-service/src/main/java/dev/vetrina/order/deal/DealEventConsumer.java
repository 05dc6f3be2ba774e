package dev.vetrina.order.deal;

import dev.vetrina.events.DealEvent.DealEnd;
import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.events.LiveEvent.DealWithdrawn;
import dev.vetrina.events.LiveEvent.SessionChanged;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import dev.vetrina.order.commit.GroupCommit;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;

/**
 * Requests and withdrawals of deals, and the shows in which they run. Every step is harmless when it is repeated, and must be: what a
 * draft has committed stays when this consumer's own transaction is rolled back, and then the same events come again.
 */
@ApplicationScoped
class DealEventConsumer implements EventConsumer {

    private final DealProposals proposals;
    private final DealSessions sessions;
    private final Deals deals;
    private final GroupCommit groupCommit;

    DealEventConsumer(DealProposals proposals, DealSessions sessions, Deals deals, GroupCommit groupCommit) {
        this.proposals = proposals;
        this.sessions = sessions;
        this.deals = deals;
        this.groupCommit = groupCommit;
    }

    @Override
    public String name() {
        return "deals";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.LIVE_SESSIONS);
    }

    @Override
    public Repeats repeats() {
        return Repeats.BY_SEQUENCE;
    }

    /** Each waits for a group commit of its own. */
    @Override
    public int atOnce() {
        return 20;
    }

    @Override
    public void on(ReceivedEvent received) {
        switch (received.event()) {
            case DealRequested request -> arm(request);
            case DealWithdrawn withdrawn -> {
                Boolean _ = groupCommit.submit(new WithdrawDeal(withdrawn.dealId(), withdrawn.sessionId()));
            }
            case SessionChanged session -> follow(session);
            default -> {
                // Other events of this topic are none of the deals' business.
            }
        }
    }

    private void arm(DealRequested request) {
        DealProposal proposal = proposals.of(request);
        Boolean _ = groupCommit.submit(new ArmDeal(proposal, ArmingRules.broken(proposal)));
    }

    private void follow(SessionChanged session) {
        if (!sessions.apply(session)) {
            return;
        }
        switch (session.status()) {
            case PAUSED -> step(session, new DealStep.Pause(session.changedAt(), session.sequence()));
            case LIVE -> step(session, new DealStep.Resume(session.changedAt(), session.sequence()));
            case ENDED, CANCELLED -> step(session, new DealStep.Close(DealEnd.SESSION_ENDED));
            case DRAFT, SCHEDULED -> {
                // No deal runs before the show does.
            }
        }
    }

    private void step(SessionChanged session, DealStep step) {
        for (UUID dealId : deals.runningOf(session.sessionId())) {
            Boolean _ = groupCommit.submit(new ChangeDeal(dealId, step));
        }
    }
}

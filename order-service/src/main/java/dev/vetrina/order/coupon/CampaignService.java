package dev.vetrina.order.coupon;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.LostRaces;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.order.lifecycle.LineDiscount.Payer;
import dev.vetrina.order.offer.Market;
import dev.vetrina.order.offer.Offers;
import dev.vetrina.order.session.SellingSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class CampaignService {

    private final CampaignRepository campaigns;
    private final Offers offers;
    private final SellingSessions sessions;
    private final Caller caller;
    private final Clock clock;

    CampaignService(CampaignRepository campaigns, Offers offers, SellingSessions sessions, Caller caller, Clock clock) {
        this.campaigns = campaigns;
        this.offers = offers;
        this.sessions = sessions;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    CampaignView create(CampaignRequest request) {
        requireOwn(request);
        Market market = offers.market(request.market())
                .orElseThrow(() -> ProblemException.invalid("market", "is not a market of ours"));
        CampaignRules.require(request, market.currency(), now());
        if (request.sessionId() != null
                && !sessions.get(request.sessionId()).markets().contains(market.code())) {
            throw ProblemException.invalid("sessionId", "is of a show that is not for this market");
        }
        CampaignRow campaign = new CampaignRow(Ids.next(), request, market.currency(), caller.subject(), now());
        persist(campaign, request);
        return campaign.view();
    }

    /** What a brand offers is paid by the brand, and taken off its own lines. */
    private void requireOwn(CampaignRequest request) {
        if (caller.is(Roles.OPERATOR)) {
            return;
        }
        UUID brandId = request.brandId();
        if (request.payer() != Payer.BRAND || brandId == null) {
            throw ProblemException.forbidden("A brand pays for its coupons itself.");
        }
        caller.requireBrand(brandId);
    }

    private void persist(CampaignRow campaign, CampaignRequest request) {
        try {
            campaigns.persistAndFlush(campaign);
        } catch (PersistenceException e) {
            throw LostRaces.duplicateRow(e)
                    ? ProblemException.conflict("coupon-code-taken", "Another campaign has this code in the market.")
                            .with("couponCode", request.code())
                    : e;
        }
    }

    /** When it returns, no order that uses the campaign is placed any more: a batch reads its end under the same row lock. */
    @Transactional
    CampaignView end(UUID id) {
        CampaignRow campaign = campaigns.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (campaign == null || !visible(campaign)) {
            throw ProblemException.notFound("coupon campaign", id);
        }
        campaign.end(now());
        return campaign.view();
    }

    @Transactional
    CampaignView get(UUID id) {
        return campaigns
                .findByIdOptional(id)
                .filter(this::visible)
                .orElseThrow(() -> ProblemException.notFound("coupon campaign", id))
                .view();
    }

    @Transactional
    Page<CampaignView> list(PageParams page) {
        UUID after = page.after().orElse(new UUID(0, 0));
        return Page.byId(rows(after, page.rows()), page, CampaignRow::id, CampaignRow::view);
    }

    private List<CampaignRow> rows(UUID after, int rows) {
        if (caller.is(Roles.OPERATOR)) {
            return campaigns.all(after, rows);
        }
        return caller.brandId()
                .map(brandId -> campaigns.paidBy(brandId, after, rows))
                .orElse(List.of());
    }

    /** As exact as the database keeps it, so that the first answer is the same as later ones. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private boolean visible(CampaignRow campaign) {
        return caller.is(Roles.OPERATOR)
                || caller.brandId().filter(campaign::paidBy).isPresent();
    }
}

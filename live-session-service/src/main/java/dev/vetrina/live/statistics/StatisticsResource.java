package dev.vetrina.live.statistics;

import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import dev.vetrina.live.engagement.Engagement;
import dev.vetrina.live.presence.Presence;
import dev.vetrina.live.statistics.StatisticsAccess.Seat;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/sessions/{id}/statistics")
@RunOnVirtualThread
@Tag(name = "Sessions")
class StatisticsResource {

    private static final String WHO =
            "For its host, moderators and operators, and for brands, each of which sees what was"
                    + " sold of its own alone. ";

    private final StatisticsAccess access;
    private final StatisticsRepository statistics;
    private final StatisticsReports reports;
    private final Presence presence;
    private final Engagement engagement;

    StatisticsResource(
            StatisticsAccess access,
            StatisticsRepository statistics,
            StatisticsReports reports,
            Presence presence,
            Engagement engagement) {
        this.access = access;
        this.statistics = statistics;
        this.reports = reports;
        this.presence = presence;
        this.engagement = engagement;
    }

    @GET
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Transactional
    @Operation(
            operationId = "getSessionStatistics",
            summary = "What a session brought",
            description = "For its host, moderators and operators. FINAL once the session is over, no order can come to"
                    + " count for it any more and every order placed is paid, cancelled or expired.")
    public StatisticsView get(@PathParam("id") UUID id) {
        Seat seat = access.whole(id);
        return StatisticsView.of(
                seat,
                seat.status() == ReportStatus.FINAL ? 0 : presence.viewersNow(id),
                presence.audience(id),
                statistics.tally(id),
                statistics.gmv(id),
                statistics.buyers(id),
                statistics.products(id),
                engagement.reactionTotals(List.of(id)).getOrDefault(id, Map.of()),
                reports.looksIn(id));
    }

    @GET
    @Path("/minutes")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR, Roles.BRAND})
    @Transactional
    @NeedsScope(Scopes.STATISTICS_READ)
    @Operation(
            operationId = "getSessionStatisticsByMinute",
            summary = "What a session brought minute by minute",
            description = WHO + "A thing belongs to the minute in which it happened. With a market, of that alone.")
    public Report<MinuteView> minutes(
            @PathParam("id") UUID id,
            @QueryParam("market") @Pattern(regexp = "[A-Z]{2}") @Nullable String market,
            @Valid @BeanParam PageParams page) {
        Seat seat = access.any(id);
        return Report.page(seat, reports.minutes(id, seat.brandId(), market), page, MinuteView::cursorId);
    }

    @GET
    @Path("/products")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR, Roles.BRAND})
    @Transactional
    @NeedsScope(Scopes.STATISTICS_READ)
    @Operation(
            operationId = "getSessionStatisticsByProduct",
            summary = "What a session brought of each product",
            description = WHO + "Products that were seen, opened or ordered, in the order of their ids.")
    public Report<ProductView> products(@PathParam("id") UUID id, @Valid @BeanParam PageParams page) {
        Seat seat = access.any(id);
        return Report.page(seat, reports.products(id, seat.brandId()), page, ProductView::productId);
    }

    @GET
    @Path("/brands")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR, Roles.BRAND})
    @Transactional
    @NeedsScope(Scopes.STATISTICS_READ)
    @Operation(
            operationId = "getSessionStatisticsByBrand",
            summary = "What a session brought of each brand",
            description = WHO + "An order with goods of two brands counts once for each.")
    public Report<BrandView> brands(@PathParam("id") UUID id, @Valid @BeanParam PageParams page) {
        Seat seat = access.any(id);
        return Report.page(seat, reports.brands(id, seat.brandId()), page, BrandView::brandId);
    }

    @GET
    @Path("/markets")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR, Roles.BRAND})
    @Transactional
    @NeedsScope(Scopes.STATISTICS_READ)
    @Operation(
            operationId = "getSessionStatisticsByMarket",
            summary = "What a session brought in each market",
            description = WHO + "Reactions and looks whose market nobody said are in none.")
    public Report<MarketView> markets(@PathParam("id") UUID id) {
        Seat seat = access.any(id);
        boolean over = seat.status() == ReportStatus.FINAL;
        return Report.whole(seat, reports.markets(id, seat.brandId(), over));
    }
}

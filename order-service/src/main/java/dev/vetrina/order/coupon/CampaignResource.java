package dev.vetrina.order.coupon;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/coupon-campaigns")
@RunOnVirtualThread
@RolesAllowed({Roles.BRAND, Roles.OPERATOR})
@Tag(name = "Coupons")
class CampaignResource {

    private final CampaignService campaigns;

    CampaignResource(CampaignService campaigns) {
        this.campaigns = campaigns;
    }

    @POST
    @ResponseStatus(201)
    @NeedsScope(Scopes.PROMOTIONS_WRITE)
    @Operation(
            operationId = "createCouponCampaign",
            summary = "Offer a coupon",
            description =
                    "A brand offers it for its own lines and pays for it; an operator for the platform or anybody."
                            + " A code means one campaign in a market until that is ended: 409 `coupon-code-taken`. Terms do not"
                            + " change: end it and make another.")
    public CampaignView create(@NotNull @Valid CampaignRequest request) {
        return campaigns.create(request);
    }

    @GET
    @NeedsScope(Scopes.PROMOTIONS_WRITE)
    @Operation(
            operationId = "listCouponCampaigns",
            summary = "Coupon campaigns, oldest first",
            description = "A brand sees those for which it pays, an operator all.")
    public Page<CampaignView> list(@Valid @BeanParam PageParams page) {
        return campaigns.list(page);
    }

    @GET
    @Path("/{id}")
    @NeedsScope(Scopes.PROMOTIONS_WRITE)
    @Operation(
            operationId = "getCouponCampaign",
            summary = "One coupon campaign and how often it is used",
            description = "An order counts from when it is placed; no longer once it was given up unpaid.")
    public CampaignView get(@PathParam("id") UUID id) {
        return campaigns.get(id);
    }

    @POST
    @Path("/{id}/end")
    @NeedsScope(Scopes.PROMOTIONS_WRITE)
    @Operation(
            operationId = "endCouponCampaign",
            summary = "End a coupon campaign before its time",
            description =
                    "When it is answered, no order with it is placed any more. Those placed before keep what it took"
                            + " off. Succeeds too when it was ended already.")
    public CampaignView end(@PathParam("id") UUID id) {
        return campaigns.end(id);
    }
}

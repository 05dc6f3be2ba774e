package dev.vetrina.order.waitlist;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.order.stock.Waiter;
import dev.vetrina.order.stock.WaiterStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/waitlist-entries")
@RunOnVirtualThread
@RolesAllowed(Roles.CUSTOMER)
@Tag(name = "Waitlist")
class WaitlistResource {

    private final WaitlistService waitlist;
    private final Caller caller;

    WaitlistResource(WaitlistService waitlist, Caller caller) {
        this.waitlist = waitlist;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Operation(
            operationId = "joinWaitlist",
            summary = "Wait for a variant or deal that is sold out",
            description =
                    "When units come back they are offered in the order of joining, for a few minutes: perhaps fewer than were"
                            + " wished for. Who stands in the line already keeps that place. 409 `in-stock` if it can be bought now;"
                            + " 409 `already-waiting` for another quantity. Nobody waits for more than the deal or the variant"
                            + " lets one customer buy: 422 names the limit, 409 `deal-limit-reached` or"
                            + " `purchase-limit-reached` counts what was bought already.")
    public WaitlistEntryView join(@NotNull @Valid WaitlistEntryRequest request) {
        return WaitlistEntryView.of(waitlist.join(request, caller.subject()));
    }

    @GET
    @Operation(
            operationId = "listWaitlistEntries",
            summary = "A customer's own waitlist entries, oldest first",
            description = "Also those that have ended.")
    public Page<WaitlistEntryView> list(@Valid @BeanParam PageParams page) {
        return Page.byId(
                waitlist.ofCustomer(caller.subject(), page.after().orElse(new UUID(0, 0)), page.rows()),
                page,
                Waiter::id,
                WaitlistEntryView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.CUSTOMER, Roles.OPERATOR})
    @Operation(
            operationId = "getWaitlistEntry",
            summary = "One waitlist entry",
            description = "A customer sees its own, an operator all.")
    public WaitlistEntryView get(@PathParam("id") UUID id) {
        return WaitlistEntryView.of(waitlist.own(id, caller));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "leaveWaitlist",
            summary = "Wait no longer",
            description =
                    "The entry stays readable. What was offered goes on to the next. Succeeds too when it has ended already.")
    public WaitlistEntryView leave(@PathParam("id") UUID id) {
        return WaitlistEntryView.of(waitlist.giveUp(id, WaiterStatus.LEFT, caller));
    }

    @POST
    @Path("/{id}/decline")
    @Operation(
            operationId = "declineWaitlistOffer",
            summary = "Decline what is offered",
            description = "It goes on to the next. 409 `no-offer` if nothing is offered now.")
    public WaitlistEntryView decline(@PathParam("id") UUID id) {
        return WaitlistEntryView.of(waitlist.giveUp(id, WaiterStatus.DECLINED, caller));
    }
}

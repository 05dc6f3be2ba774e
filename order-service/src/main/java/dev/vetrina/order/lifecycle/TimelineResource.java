package dev.vetrina.order.lifecycle;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.NeedsScope;
import dev.vetrina.kit.security.Roles;
import dev.vetrina.kit.security.Scopes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/orders/{id}/timeline")
@RunOnVirtualThread
@RolesAllowed({Roles.CUSTOMER, Roles.BRAND, Roles.OPERATOR})
@Tag(name = "Orders")
class TimelineResource {

    private final OrderTimeline timeline;
    private final OrderAccess access;
    private final Caller caller;

    TimelineResource(OrderTimeline timeline, OrderAccess access, Caller caller) {
        this.timeline = timeline;
        this.access = access;
        this.caller = caller;
    }

    @GET
    @NeedsScope(Scopes.ORDERS_READ)
    @Operation(
            operationId = "listOrderChanges",
            summary = "Every change of an order, oldest first",
            description =
                    "With who made it, why, and what it is about. A brand sees what concerns the whole order or its own"
                            + " part.")
    public Page<TimelineEntryView> list(@PathParam("id") UUID id, @Valid @BeanParam PageParams page) {
        UUID brandId = access.viewedAs(id);
        // A sequence is a cursor too: the lower half of an id.
        long after = page.after().map(UUID::getLeastSignificantBits).orElse(-1L);
        return Page.byId(
                timeline.of(id, brandId, after, page.rows()),
                page,
                entry -> new UUID(0, entry.sequence()),
                entry -> shown(entry, brandId));
    }

    private TimelineEntryView shown(Timeline.Entry entry, @Nullable UUID brandId) {
        boolean ofOthers = brandId != null && entry.brandId() == null;
        return new TimelineEntryView(
                entry.sequence(),
                entry.what(),
                entry.actor().kind(),
                named(entry.actor()) ? entry.actor().id() : null,
                entry.reason(),
                ofOthers ? null : entry.subjectId(),
                entry.brandId(),
                entry.changedAt());
    }

    /** Operators see everybody. Others see brands and themselves, and of the rest only in which role they acted. */
    private boolean named(Actor actor) {
        return caller.is(Roles.OPERATOR)
                || actor.kind() == Actor.Kind.BRAND
                || caller.subject().equals(actor.id());
    }
}

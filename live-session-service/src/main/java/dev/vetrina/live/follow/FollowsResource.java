package dev.vetrina.live.follow;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/follows")
@RunOnVirtualThread
@Tag(name = "Follows")
class FollowsResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final FollowService service;
    private final FollowRepository follows;
    private final Caller caller;

    FollowsResource(FollowService service, FollowRepository follows, Caller caller) {
        this.service = service;
        this.follows = follows;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.CUSTOMER)
    @Transactional
    @Operation(
            operationId = "listFollows",
            summary = "List the creators whom the caller follows",
            description = "The caller's own, in the order in which the creators registered.")
    public Page<FollowView> list(@Valid @BeanParam PageParams page) {
        return Page.byId(
                follows.followed(caller.subject(), page.after().orElse(FIRST), page.rows()),
                page,
                FollowView::creatorId,
                view -> view);
    }

    @DELETE
    @RolesAllowed(Roles.CUSTOMER)
    @Operation(
            operationId = "eraseFollows",
            summary = "Erase whom and what the caller follows",
            description =
                    "All follows and reminders of the caller, and the record of what was told. What was already sent is not recalled.")
    public void erase() {
        service.erase();
    }
}

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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/reminders")
@RunOnVirtualThread
@Tag(name = "Follows")
class RemindersResource {

    private static final UUID FIRST = new UUID(0, 0);

    private final FollowRepository follows;
    private final Caller caller;

    RemindersResource(FollowRepository follows, Caller caller) {
        this.follows = follows;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.CUSTOMER)
    @Transactional
    @Operation(
            operationId = "listReminders",
            summary = "List the sessions of which the caller wants to be reminded",
            description = "The caller's own, in the order in which the sessions were created.")
    public Page<ReminderView> list(@Valid @BeanParam PageParams page) {
        return Page.byId(
                follows.reminders(caller.subject(), page.after().orElse(FIRST), page.rows()),
                page,
                ReminderView::sessionId,
                view -> view);
    }
}

package dev.vetrina.live.feed;

import dev.vetrina.kit.security.Caller;
import dev.vetrina.live.session.Sessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/sessions/{id}/feed-tickets")
@RunOnVirtualThread
@Tag(name = "Sessions")
class FeedTicketResource {

    private final FeedTickets tickets;
    private final Sessions sessions;
    private final Caller caller;

    FeedTicketResource(FeedTickets tickets, Sessions sessions, Caller caller) {
        this.tickets = tickets;
        this.sessions = sessions;
        this.caller = caller;
    }

    @POST
    @PermitAll
    @ResponseStatus(201)
    @Operation(
            operationId = "issueFeedTicket",
            summary = "Get a ticket for the session's feed",
            description =
                    "For a browser's EventSource, which cannot send a token. Watching without one is possible, but"
                            + " each connection then counts as another viewer.")
    public FeedTicketView issue(@PathParam("id") UUID id) {
        sessions.requireViewable(id);
        return tickets.issue(id, caller.subject());
    }
}

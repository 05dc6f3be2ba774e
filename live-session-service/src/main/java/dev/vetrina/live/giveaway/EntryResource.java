package dev.vetrina.live.giveaway;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/v1/sessions/{id}/giveaways/{giveawayId}/entries")
@RunOnVirtualThread
@Tag(name = "Giveaways")
class EntryResource {

    private final EntryService service;
    private final EntryRepository entries;

    EntryResource(EntryService service, EntryRepository entries) {
        this.service = service;
        this.entries = entries;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.CUSTOMER)
    @ResponseStatus(201)
    @Operation(
            operationId = "enterGiveaway",
            summary = "Enter a giveaway",
            description =
                    "Once a customer: who enters again gets the first entry. Answers 409 `giveaway-not-open` before its time and"
                            + " 409 `giveaway-closed` from its close on. Whoever runs the show cannot enter.")
    public OwnEntryView enter(
            @PathParam("id") UUID sessionId,
            @PathParam("giveawayId") UUID giveawayId,
            @Valid @NotNull EntryRequest request) {
        return service.enter(sessionId, giveawayId, request.nonce());
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listGiveawayEntries",
            summary = "List the entries of a giveaway",
            description = "In the order of their ids, without who entered. Final once it is closed.")
    public Page<EntryView> list(
            @PathParam("id") UUID sessionId,
            @PathParam("giveawayId") UUID giveawayId,
            @Valid @BeanParam PageParams page) {
        service.seen(sessionId, giveawayId);
        return Page.byId(entries.list(giveawayId, page.after(), page.rows()), page, GiveawayEntry::id, EntryView::of);
    }

    @GET
    @Path("/mine")
    @RolesAllowed(Roles.CUSTOMER)
    @Operation(
            operationId = "getOwnGiveawayEntry",
            summary = "Get the caller's entry",
            description = "Also whether it won, once it is drawn.")
    public OwnEntryView mine(@PathParam("id") UUID sessionId, @PathParam("giveawayId") UUID giveawayId) {
        return service.mine(sessionId, giveawayId);
    }

    @DELETE
    @Path("/mine")
    @RolesAllowed(Roles.CUSTOMER)
    @Operation(
            operationId = "withdrawFromGiveaway",
            summary = "Take the caller's entry back, if there is one",
            description = "Until its close; the entry leaves no trace.")
    public void withdraw(@PathParam("id") UUID sessionId, @PathParam("giveawayId") UUID giveawayId) {
        service.withdraw(sessionId, giveawayId);
    }
}

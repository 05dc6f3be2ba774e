package dev.vetrina.live.invite;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
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

@Path("/v1/sessions/{id}")
@RunOnVirtualThread
@Tag(name = "Sessions")
class InviteResource {

    private final InviteService service;
    private final AdmissionService admissions;

    InviteResource(InviteService service, AdmissionService admissions) {
        this.service = service;
        this.admissions = admissions;
    }

    @POST
    @Path("/invite-codes")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @ResponseStatus(201)
    @Operation(
            operationId = "createInviteCode",
            summary = "Make a code for an invite-only session",
            description = "For who may edit the session. The code is told this once.")
    public InviteCodeView create(@PathParam("id") UUID id, @Valid @NotNull InviteTerms terms) {
        return service.create(id, terms);
    }

    @GET
    @Path("/invite-codes")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "listInviteCodes",
            summary = "List the codes of a session",
            description = "For who may edit the session; revoked ones too. The codes themselves are not kept.")
    public Page<InviteCodeView> list(@PathParam("id") UUID id, @Valid @BeanParam PageParams page) {
        return Page.byId(service.list(id, page.after(), page.rows()), page, InviteCodeView::id, view -> view);
    }

    @POST
    @Path("/invite-codes/{codeId}/rotate")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @ResponseStatus(201)
    @Operation(
            operationId = "rotateInviteCode",
            summary = "Replace a code",
            description =
                    "By one on the same terms that nobody has used. Who came in by the old one needs the new one.")
    public InviteCodeView rotate(@PathParam("id") UUID id, @PathParam("codeId") UUID codeId) {
        return service.rotate(id, codeId);
    }

    @DELETE
    @Path("/invite-codes/{codeId}")
    @RolesAllowed({Roles.CREATOR, Roles.CUSTOMER, Roles.MODERATOR, Roles.OPERATOR})
    @Operation(
            operationId = "revokeInviteCode",
            summary = "Revoke a code",
            description =
                    "Who came in by it is let in no more; a feed that is open stays so until it is opened anew, and the"
                            + " picture until its pass ends.")
    public void revoke(@PathParam("id") UUID id, @PathParam("codeId") UUID codeId) {
        service.revoke(id, codeId);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Path("/admissions")
    @PermitAll
    @ResponseStatus(201)
    @Operation(
            operationId = "enterByInviteCode",
            summary = "Enter an invite-only session with a code",
            description =
                    "Signed in or not. The pass opens the session, its lineup, timeline and feed tickets. A wrong code"
                            + " answers 403 `invalid-invite-code`, after several 429 `too-many-tries`.")
    public AdmissionView enter(@PathParam("id") UUID id, @Valid @NotNull AdmissionRequest request) {
        return admissions.admit(id, request.inviteCode());
    }
}

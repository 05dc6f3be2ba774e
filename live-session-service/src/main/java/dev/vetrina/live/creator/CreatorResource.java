package dev.vetrina.live.creator;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/v1/creators")
@RunOnVirtualThread
@Tag(name = "Creators", description = "Who hosts sessions")
class CreatorResource {

    private final CreatorService service;
    private final CreatorRepository creators;
    private final Followers followers;
    private final Caller caller;

    CreatorResource(CreatorService service, CreatorRepository creators, Followers followers, Caller caller) {
        this.service = service;
        this.creators = creators;
        this.followers = followers;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Roles.CREATOR, Roles.OPERATOR})
    @ResponseStatus(201)
    @Operation(
            operationId = "registerCreator",
            summary = "Register a creator",
            description = "Creators register themselves, once. Operators register anybody.")
    public CreatorView register(@Valid @NotNull RegisterCreatorRequest request) {
        return service.register(subject(request), request.handle(), request.displayName());
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "listCreators",
            summary = "List creators",
            description = "Everybody may, in the order in which they registered.")
    public Page<CreatorView> list(@Valid @BeanParam PageParams page) {
        List<Creator> rows = creators.after(page.after(), page.rows());
        Map<UUID, Long> counts = followers.of(rows.stream().map(Creator::id).toList());
        return Page.byId(rows, page, Creator::id, creator -> creator.view(counts.getOrDefault(creator.id(), 0L)));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getCreator",
            summary = "Get a creator",
            description = "Everybody may. The host of a session is its `creatorId`.")
    public CreatorView get(@PathParam("id") UUID id) {
        return creators.findByIdOptional(id)
                .orElseThrow(() -> ProblemException.notFound("creator", id))
                .view(followers.of(List.of(id)).getOrDefault(id, 0L));
    }

    private @Nullable String subject(RegisterCreatorRequest request) {
        if (caller.is(Roles.OPERATOR)) {
            return request.subject();
        }
        if (request.subject() != null && !request.subject().equals(caller.subject())) {
            throw ProblemException.forbidden("Creators register only themselves.");
        }
        return caller.subject();
    }
}

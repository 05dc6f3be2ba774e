package dev.vetrina.kit.consumer;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Roles;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@Path("/v1/operations/{service}/dead-letters")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Tag(name = "Operations")
class DeadLetterResource {

    private final DeadLetters deadLetters;
    private final Consumers consumers;
    private final EventIntake intake;
    private final String service;

    DeadLetterResource(
            DeadLetters deadLetters,
            Consumers consumers,
            EventIntake intake,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.deadLetters = deadLetters;
        this.consumers = consumers;
        this.intake = intake;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "Events that a service could not take",
            description = "Oldest first: each that failed, and the later ones of its key, which are parked behind it.")
    public Page<DeadLetterView> list(@PathParam("service") String asked, @Valid @BeanParam PageParams page)
            throws SQLException {
        requireThis(asked);
        return Page.byId(deadLetters.list(page.after(), page.rows()), page, DeadLetter::id, DeadLetterView::of);
    }

    /** All together or none: if one of them still cannot be taken, everything stays as it was. */
    @POST
    @Path("/{id}/replay")
    @Operation(
            operationId = "replayDeadLetter",
            summary = "Take a dead letter and everything parked behind it again, in order",
            description = "All of them or none: 409 `still-rejected` if one still cannot be taken.")
    public void replay(@PathParam("service") String asked, @PathParam("id") UUID id) throws SQLException {
        requireThis(asked);
        DeadLetter letter = deadLetters.find(id).orElseThrow(() -> ProblemException.notFound("dead letter", id));
        EventConsumer consumer = consumers
                .named(letter.consumer())
                .orElseThrow(() -> ProblemException.conflict(
                        "consumer-gone", "The consumer " + letter.consumer() + " no longer exists."));
        try {
            intake.replay(consumer, letter.record().key());
        } catch (EventIntake.RejectedException e) {
            throw ProblemException.conflict("still-rejected", "The event still cannot be taken: it stays where it is.");
        }
    }

    private void requireThis(String asked) {
        if (!service.equals(asked)) {
            throw ProblemException.notFound("service", asked);
        }
    }
}

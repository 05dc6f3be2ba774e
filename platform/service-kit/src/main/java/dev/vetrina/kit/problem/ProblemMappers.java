package dev.vetrina.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that leaves a resource becomes a problem document here, and nowhere else. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response refused(ProblemException e, UriInfo uri) {
        Response.ResponseBuilder answer = Response.status(e.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(e, uri.getRequestUri().getRawPath()));
        e.headers().forEach(answer::header);
        return answer.build();
    }

    /** Bean validation: 422. */
    @ServerExceptionMapper(value = ConstraintViolationException.class, priority = 1)
    public Response invalid(ConstraintViolationException e, UriInfo uri) {
        return refused(ProblemException.invalid(Violations.of(e.getConstraintViolations())), uri);
    }

    @ServerExceptionMapper(
            value = {JsonProcessingException.class, MismatchedInputException.class},
            priority = 1)
    public Response unreadable(JsonProcessingException e, UriInfo uri) {
        return refused(UnreadableJson.problem(e), uri);
    }

    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = 1)
    public Response unauthenticated(SecurityException e, UriInfo uri, HttpHeaders headers) {
        if (ProviderOutages.causedBy(e)) {
            return unexpected(e, uri);
        }
        boolean tokenSent = headers.getHeaderString(HttpHeaders.AUTHORIZATION) != null;
        return refused(
                ProblemException.of(401, "unauthenticated", "A valid access token is needed", null)
                        .header(HttpHeaders.WWW_AUTHENTICATE, tokenSent ? "Bearer error=\"invalid_token\"" : "Bearer"),
                uri);
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = 1)
    public Response forbidden(UriInfo uri) {
        return refused(ProblemException.forbidden("The access token does not carry the role this needs."), uri);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return refused(UnreadableJson.problem(json), uri);
        }
        if (e.getCause() instanceof ProblemException problem) {
            return refused(problem, uri);
        }
        int status = e.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(e, uri);
        }
        return refused(byStatus(status), uri);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e, UriInfo uri) {
        if (Outages.causedBy(e) || ProviderOutages.causedBy(e)) {
            LOG.warn("A request was refused because something it needs is away", e);
            return refused(
                    ProblemException.unavailable(
                            "temporarily-unavailable", "Please try again shortly.", Duration.ofSeconds(1)),
                    uri);
        }
        if (LostRaces.staleRow(e)) {
            return refused(
                    ProblemException.conflict(
                                    "concurrent-change", "It was changed at the same moment. Please try again.")
                            .header(HttpHeaders.RETRY_AFTER, "1"),
                    uri);
        }
        if (LostRaces.duplicateRow(e)) {
            LOG.debug("A unique constraint refused a row", e);
            return refused(ProblemException.conflict("already-exists", "There is one of the same kind already."), uri);
        }
        LOG.error("A request failed unexpectedly", e);
        return refused(ProblemException.of(500, "internal-error", "Something went wrong on our side", null), uri);
    }

    private static ProblemException byStatus(int status) {
        return switch (status) {
            case 401 ->
                ProblemException.of(401, "unauthenticated", "A valid access token is needed", null)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            case 403 -> ProblemException.forbidden("The access token does not allow this.");
            case 404 -> ProblemException.of(404, "not-found", "Not found", null);
            case 405 -> ProblemException.of(405, "method-not-allowed", "This method is not allowed here", null);
            case 406 -> ProblemException.of(406, "not-acceptable", "No acceptable representation", null);
            case 413 -> ProblemException.of(413, "body-too-large", "The body is larger than allowed", null);
            case 415 -> ProblemException.of(415, "unsupported-media-type", "The media type is not supported", null);
            default -> ProblemException.of(status, "bad-request", "The request cannot be read", null);
        };
    }
}

package dev.vetrina.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

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

    /** Bean validation: 422. A violation of a return value is our own mistake: 500. */
    @ServerExceptionMapper(value = ConstraintViolationException.class, priority = 1)
    public Response invalid(ConstraintViolationException e, UriInfo uri) {
        List<Violation> violations = e.getConstraintViolations().stream()
                .map(ProblemMappers::violation)
                .sorted(java.util.Comparator.comparing(Violation::field))
                .toList();
        return refused(ProblemException.invalid(violations), uri);
    }

    @ServerExceptionMapper(value = MismatchedInputException.class, priority = 1)
    public Response mismatched(MismatchedInputException e, UriInfo uri) {
        return refused(unbindable(e), uri);
    }

    @ServerExceptionMapper(value = JsonProcessingException.class, priority = 1)
    public Response malformed(JsonProcessingException e, UriInfo uri) {
        return refused(unreadable(e), uri);
    }

    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = 1)
    public Response unauthenticated(UriInfo uri) {
        return refused(
                ProblemException.of(401, "unauthenticated", "A valid access token is needed", null)
                        .header("WWW-Authenticate", "Bearer"),
                uri);
    }

    @ServerExceptionMapper(value = ForbiddenException.class, priority = 1)
    public Response forbidden(UriInfo uri) {
        return refused(ProblemException.forbidden("The access token does not carry the role this needs."), uri);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return refused(unreadable(json), uri);
        }
        int status = e.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(e, uri);
        }
        return refused(byStatus(status), uri);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable e, UriInfo uri) {
        if (Outages.causedBy(e)) {
            LOG.warn("A request was refused because something it needs is away", e);
            return refused(
                    ProblemException.unavailable(
                            "temporarily-unavailable", "Please try again shortly.", java.time.Duration.ofSeconds(1)),
                    uri);
        }
        LOG.error("A request failed unexpectedly", e);
        return refused(ProblemException.of(500, "internal-error", "Something went wrong on our side", null), uri);
    }

    private static ProblemException byStatus(int status) {
        return switch (status) {
            case 404 -> ProblemException.of(404, "not-found", "Not found", null);
            case 405 -> ProblemException.of(405, "method-not-allowed", "This method is not allowed here", null);
            case 406 -> ProblemException.of(406, "not-acceptable", "No acceptable representation", null);
            case 413 -> ProblemException.of(413, "body-too-large", "The body is larger than allowed", null);
            case 415 -> ProblemException.of(415, "unsupported-media-type", "The media type is not supported", null);
            default -> ProblemException.of(status, "bad-request", "The request cannot be read", null);
        };
    }

    private static ProblemException unreadable(JsonProcessingException e) {
        return e instanceof MismatchedInputException mismatch ? unbindable(mismatch) : malformedJson(e);
    }

    private static ProblemException malformedJson(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return ProblemException.malformed(
                    "malformed-json", e.getOriginalMessage(), new Violation(path(mapping), "cannot be read"));
        }
        var at = e.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return ProblemException.malformed("malformed-json", "The body is not well-formed JSON" + where + ".");
    }

    private static ProblemException unbindable(MismatchedInputException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return ProblemException.malformed(
                    "unknown-field", "The body has a field that is not known.", new Violation(path(e), "is not known"));
        }
        Class<?> target = e.getTargetType();
        return ProblemException.malformed(
                "wrong-type",
                "A value in the body has the wrong type or form.",
                new Violation(path(e), "must be " + expected(target)));
    }

    private static String expected(@Nullable Class<?> target) {
        if (target == null) {
            return "present";
        }
        if (target.isEnum()) {
            return "one of "
                    + java.util.Arrays.stream(target.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return switch (target.getSimpleName()) {
            case "int", "Integer", "long", "Long" -> "an integer";
            case "boolean", "Boolean" -> "true or false";
            case "String" -> "a string";
            case "UUID" -> "a UUID";
            case "Instant", "OffsetDateTime" -> "a time in RFC 3339 with an offset";
            default -> "a value of the documented form";
        };
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    /** The path as the client knows it: without the Java method and parameter that bean validation puts in front. */
    private static Violation violation(ConstraintViolation<?> violation) {
        String field = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(violation.getExecutableParameters() == null ? 0 : 1)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
        return new Violation(field.replaceFirst("^(request|body|page)\\.", ""), violation.getMessage());
    }
}

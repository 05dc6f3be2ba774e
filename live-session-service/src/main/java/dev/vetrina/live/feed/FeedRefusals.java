package dev.vetrina.live.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.kit.problem.Outages;
import dev.vetrina.kit.problem.Problem;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Answers with a problem document where no stream can be opened. */
@ApplicationScoped
class FeedRefusals {

    private static final Logger LOG = Logger.getLogger(FeedRefusals.class);

    private final ObjectMapper json;

    FeedRefusals(ObjectMapper json) {
        this.json = json;
    }

    /** A stream that has begun can only be cut off. */
    void refuse(RoutingContext request, RuntimeException reason) {
        HttpServerResponse response = request.response();
        if (response.headWritten()) {
            response.reset();
            return;
        }
        ProblemException problem = reason instanceof ProblemException refusal ? refusal : unexpected(reason);
        response.setChunked(false)
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store");
        problem.headers().forEach(response::putHeader);
        var _ = response.end(body(Problem.of(problem, request.request().path())));
    }

    private static ProblemException unexpected(RuntimeException e) {
        if (Outages.causedBy(e)) {
            return ProblemException.unavailable(
                    "temporarily-unavailable", "Please try again shortly.", Duration.ofSeconds(1));
        }
        LOG.error("A stream could not be opened", e);
        return ProblemException.of(500, "internal-error", "Something went wrong on our side", null);
    }

    private String body(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem can be written", e);
        }
    }
}

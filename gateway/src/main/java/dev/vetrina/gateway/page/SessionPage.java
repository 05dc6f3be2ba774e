package dev.vetrina.gateway.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.gateway.proxy.ServiceAnswer;
import dev.vetrina.kit.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Puts a session's page together. */
@Singleton
class SessionPage {

    private final StatisticsPart statistics;
    private final ObjectMapper json;
    private final PageSettings settings;

    SessionPage(StatisticsPart statistics, ObjectMapper json, PageSettings settings) {
        this.statistics = statistics;
        this.json = json;
        this.settings = settings;
    }

    /**
     * Asks for all parts at once.
     *
     * @param session the path of the session
     * @param query of the page, empty or beginning with a question mark
     * @return the page with the headers of its main part, or the refusal of that
     */
    Future<ServiceAnswer> compose(String session, String query, PartReads reads) {
        Future<ServiceAnswer> main = reads.get(session + query, settings.mainTimeout());
        Future<Part> figures = statistics.of(session, reads);
        return main.compose(answer -> answer.status() == 200
                ? figures.map(part -> page(answer, part))
                : Future.succeededFuture(refusal(session, answer)));
    }

    private ServiceAnswer page(ServiceAnswer main, Part figures) {
        if (!(read(main) instanceof ObjectNode session)) {
            throw ProblemException.of(502, "upstream-failed", "The service behind this resource broke off", null);
        }
        ObjectNode page = json.createObjectNode();
        JsonNode cards = session.remove("lineup");
        page.set("session", session);
        page.putObject("lineup").set("items", cards == null ? json.createArrayNode() : cards);
        if (figures.content() != null) {
            page.set(figures.name(), figures.content());
        }
        var missing = page.putArray("missing");
        if (figures.missing() != null) {
            missing.add(json.<JsonNode>valueToTree(figures.missing()));
        }
        return answer(200, main.headers(), page);
    }

    /** The same problem, of the page. */
    private ServiceAnswer refusal(String session, ServiceAnswer main) {
        if (read(main) instanceof ObjectNode problem && problem.has("instance")) {
            problem.put("instance", session + "/page");
            return answer(main.status(), main.headers(), problem);
        }
        return main;
    }

    private JsonNode read(ServiceAnswer answer) {
        try {
            return json.readTree(answer.body().getBytes());
        } catch (IOException e) {
            return json.missingNode();
        }
    }

    private static ServiceAnswer answer(int status, MultiMap headers, JsonNode body) {
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        return new ServiceAnswer(status, headers, Buffer.buffer(body.toString()));
    }
}

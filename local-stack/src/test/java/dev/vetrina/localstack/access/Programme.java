package dev.vetrina.localstack.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.localstack.demo.OneProduct;
import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Plans the first tenant's shows. */
record Programme(Callers callers, OneProduct product) {

    private static final Duration MARKET_LIMIT = Duration.ofSeconds(30);
    private static final String CREATOR = FirstTenant.CREATOR;

    /** Returns the show's path. */
    String onAir(String title, String visibility) {
        String path = announced(title, visibility);
        callers.done(CREATOR, Call.post(path + "/start"));
        return path;
    }

    String announced(String title, String visibility) {
        // The market was opened a moment ago, and the service of sessions hears of it by its event.
        Answer planned = await().atMost(MARKET_LIMIT)
                .until(() -> plan(title, visibility), answer -> !answer.code().equals("unknown-market"));
        assertThat(planned.succeeded()).as(planned.summary()).isTrue();
        String path = "/v1/sessions/" + Callers.idOf(planned);
        callers.done(
                CREATOR,
                Call.put(path + "/lineup")
                        .ifMatch(planned.etag())
                        .json(Map.of("items", List.of(Map.of("productId", product.productId())))));
        callers.done(CREATOR, Call.post(path + "/schedule").json(Map.of("startsAt", FirstTenant.inDays(1))));
        return path;
    }

    private Answer plan(String title, String visibility) {
        return callers.asked(
                CREATOR,
                Call.post("/v1/sessions")
                        .json(Map.of("title", title, "visibility", visibility, "markets", List.of(product.market()))));
    }
}

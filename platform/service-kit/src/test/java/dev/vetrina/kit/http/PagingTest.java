package dev.vetrina.kit.http;

import static dev.vetrina.kit.trial.ProblemCheck.onlyViolation;
import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagingTest {

    @Test
    void pagesFollowEachOtherWithoutAGapOrARepeat() {
        for (int i = 0; i < 5; i++) {
            create();
        }
        List<String> all =
                Api.anonymous().get("/v1/trials?limit=200").jsonPath().getList("items.id");
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = Api.anonymous().get("/v1/trials?limit=2" + cursor).jsonPath();
            assertThat(page.getList("items")).hasSizeBetween(1, 2);
            paged.addAll(page.getList("items.id"));
            cursor = page.getString("nextCursor") == null ? "" : "&cursor=" + page.getString("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(paged).hasSizeGreaterThanOrEqualTo(5).isSorted().isEqualTo(all);
    }

    @Test
    void theLastPageHasNoCursor() {
        assertThat(Api.anonymous().get("/v1/trials?limit=200").jsonPath().getMap("$"))
                .doesNotContainKey("nextCursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "%F0%9F%91%97", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "7"})
    void aCursorThatIsNotOursIsRefused(String cursor) {
        onlyViolation(problem(Api.anonymous().get("/v1/trials?cursor=" + cursor), 400, "invalid-cursor"), "cursor");
    }

    private static void create() {
        String name = Api.idempotencyKey();
        Api.as(Tokens.operator())
                .header("Idempotency-Key", name)
                .body("{\"name\":\"" + name + "\",\"lines\":[]}")
                .post("/v1/trials")
                .then()
                .statusCode(201);
    }
}

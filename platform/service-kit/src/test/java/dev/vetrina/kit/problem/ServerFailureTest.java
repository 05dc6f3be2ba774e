package dev.vetrina.kit.problem;

import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.testkit.Api;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ServerFailureTest {

    @ParameterizedTest
    @ValueSource(strings = {"/v1/trials/failing/sql", "/v1/trials/failing/otherwise", "/v1/trials/answering/500"})
    void aMistakeOfOursTellsNothingAboutOurInside(String path) {
        var answer = Api.anonymous().get(path);
        assertThat(problem(answer, 500, "internal-error").getString("detail")).isNull();
        assertThat(answer.asString()).doesNotContain("secret", "Secret", "internal words");
    }

    @ParameterizedTest
    @ValueSource(strings = {"outage", "hidden-outage"})
    void whileTheDatabaseIsAwayTheCallerIsAskedToRetry(String how) {
        var answer = Api.anonymous().get("/v1/trials/failing/" + how);
        problem(answer, 503, "temporarily-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stale-row"})
    void whoeverLosesARaceForARowIsAskedToRetry(String how) {
        var answer = Api.anonymous().get("/v1/trials/failing/" + how);
        problem(answer, 409, "concurrent-change");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"duplicate"})
    void whoeverLosesARaceForAUniqueValueIsToldThatItIsTaken(String how) {
        problem(Api.anonymous().get("/v1/trials/failing/" + how), 409, "already-exists");
    }
}

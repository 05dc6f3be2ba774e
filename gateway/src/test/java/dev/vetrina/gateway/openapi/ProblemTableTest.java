package dev.vetrina.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the services and the kit make of problems must be found from operations, and what all answer must be made. */
class ProblemTableTest {

    private static final String KIT = "platform/service-kit";
    private static final String GATEWAY = "gateway";

    /**
     * Answered by what is no operation of the document (an encoder's hooks, the inner side of the feed, a method or media type
     * that there is not), or by a mishap in any.
     */
    private static final Set<String> ELSEWHERE = Set.of(
            "already-exists",
            "hook-secret-invalid",
            "internal-error",
            "invalid-ticket",
            "method-not-allowed",
            "not-acceptable",
            "stream-refused");

    /** Its status is the framework's, and so no constant before its call. */
    private static final String OF_ANY_STATUS = "bad-request";

    @Test
    void everyCodeThatIsMadeIsAnsweredByAnOperation() throws IOException {
        Set<String> answered = WholeDocument.make().at("/components/examples").properties().stream()
                .map(example -> example.getValue().at("/value/code").asText())
                .collect(Collectors.toSet());
        Set<String> unanswered = new TreeSet<>();
        for (String module : modules(KIT)) {
            CompiledCode code = compiled(module);
            assertThat(code.operations).as(module).isNotEmpty();
            made(code)
                    .map(ProblemCode::code)
                    .filter(made -> !answered.contains(made))
                    .forEach(unanswered::add);
        }
        assertThat(unanswered).isEqualTo(ELSEWHERE);
    }

    @Test
    void everyProblemThatAllOperationsAnswerIsMade() throws IOException {
        Set<ProblemCode> made = new TreeSet<>();
        for (String module : modules(KIT, GATEWAY)) {
            made(compiled(module)).forEach(made::add);
        }
        Set<ProblemCode> common = new TreeSet<>();
        Operations.of(WholeDocument.make()).forEach(operation -> common.addAll(CommonProblems.of(operation, true)));
        assertThat(common.removeIf(problem -> problem.code().equals(OF_ANY_STATUS)))
                .isTrue();
        assertThat(made).containsAll(common);
    }

    @Test
    void aProblemIsSeenByTheConstantsBeforeItsCall() {
        assertThat(ProblemCalls.made("conflict", List.of("sku-taken", "The SKU is taken.")))
                .containsExactly(new ProblemCode(409, "sku-taken", ProblemCode.CONFLICT));
        assertThat(ProblemCalls.made("of", List.of(429, "slow-mode", "Too fast", "Wait 5 seconds.")))
                .containsExactly(new ProblemCode(429, "slow-mode", "Too fast"));
        assertThat(ProblemCalls.made("conflict", List.of("a text")))
                .as("its code comes from elsewhere")
                .isEmpty();
    }

    private static List<String> modules(String... besides) {
        return Stream.concat(WholeDocument.SERVICES.stream(), Stream.of(besides))
                .toList();
    }

    private static CompiledCode compiled(String module) throws IOException {
        return new CompiledCode().add(Path.of("..", module, "target", "classes"));
    }

    private static Stream<ProblemCode> made(CompiledCode code) {
        return code.methods.values().stream().flatMap(method -> method.problems().stream());
    }
}

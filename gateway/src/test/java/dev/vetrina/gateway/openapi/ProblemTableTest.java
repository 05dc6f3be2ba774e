package dev.vetrina.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The services are compiled with what they need of the kit; what of theirs makes problems must be found from operations. */
class ProblemTableTest {

    /** Answered by what is no operation of the document: an encoder's hooks, the inner side of the feed, a mishap. */
    private static final Set<String> ELSEWHERE =
            Set.of("hook-secret-invalid", "internal-error", "invalid-ticket", "stream-refused");

    @Test
    void everyCodeThatAServiceMakesIsAnsweredByAnOperation() throws IOException {
        Set<String> answered = WholeDocument.make().at("/components/examples").properties().stream()
                .map(example -> example.getValue().at("/value/code").asText())
                .collect(Collectors.toSet());
        Set<String> unanswered = new TreeSet<>();
        for (String service : WholeDocument.SERVICES) {
            CompiledCode code = new CompiledCode().add(Path.of("..", service, "target", "classes"));
            assertThat(code.operations).isNotEmpty();
            code.methods.values().stream()
                    .flatMap(method -> method.problems().stream())
                    .map(ProblemCode::code)
                    .filter(made -> !answered.contains(made))
                    .forEach(unanswered::add);
        }
        assertThat(unanswered).isEqualTo(ELSEWHERE);
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
}

package dev.vetrina.localstack.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private final List<String> told = new ArrayList<>();
    private final Findings findings = new Findings(told::add);

    @Test
    void whatFailsIsToldWithWhatItSaidAndRemembered() throws IOException {
        findings.check("handle", () -> new LimitedProgram.Result(1, "it is loose\n"));
        findings.check("colour", () -> new LimitedProgram.Result(0, "it is blue\n"));

        assertThat(findings.failed()).containsExactly("handle");
        assertThat(told).containsExactly("NOT ok  handle", "        it is loose", "ok      colour");
    }
}

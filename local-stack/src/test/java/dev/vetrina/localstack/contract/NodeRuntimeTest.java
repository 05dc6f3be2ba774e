package dev.vetrina.localstack.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeRuntimeTest {

    @ParameterizedTest
    @CsvSource({"v24.18.0, true", "v24.17.9, false", "v20.20.2, false", "v26.0.0, true", "no version, false"})
    void aNodeThatTheToolsDoNotRunOnIsNotTaken(String version, boolean taken) {
        assertThat(NodeRuntime.isNewEnough(version + "\n")).isEqualTo(taken);
    }
}

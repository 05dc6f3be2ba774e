package dev.vetrina.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.gateway.GatewayTest;
import io.prometheus.client.exemplars.ExemplarSampler;
import io.quarkus.arc.Arc;
import io.quarkus.micrometer.runtime.export.exemplars.NoopOpenTelemetryExemplarContextUnwrapper;
import io.quarkus.micrometer.runtime.export.exemplars.OpenTelemetryContextUnwrapper;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@GatewayTest
class NoExemplarsTest {

    @Inject
    Optional<ExemplarSampler> sampler;

    @Test
    void noFigureLooksForATrace() {
        assertThat(sampler).isEmpty();
        assertThat(Arc.container().instance(OpenTelemetryContextUnwrapper.class).get())
                .isInstanceOf(NoopOpenTelemetryExemplarContextUnwrapper.class);
    }
}

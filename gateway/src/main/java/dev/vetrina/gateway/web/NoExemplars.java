package dev.vetrina.gateway.web;

import io.prometheus.client.exemplars.ExemplarSampler;
import io.quarkus.arc.Unremovable;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.micrometer.runtime.export.exemplars.NoopOpenTelemetryExemplarContextUnwrapper;
import io.quarkus.micrometer.runtime.export.exemplars.OpenTelemetryContextUnwrapper;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Exemplars lead from a figure to a trace. As long as the gateway has no spans there is none to lead to, and each figure would look
 * for one.
 */
@Singleton
@IfBuildProperty(name = "quarkus.otel.instrument.vertx-http", stringValue = "false")
class NoExemplars {

    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    Optional<ExemplarSampler> none() {
        return Optional.empty();
    }

    /** Nothing injects it: Quarkus looks for one when the server starts. */
    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    @Unremovable
    OpenTelemetryContextUnwrapper nothingToUnwrap() {
        return new NoopOpenTelemetryExemplarContextUnwrapper();
    }
}

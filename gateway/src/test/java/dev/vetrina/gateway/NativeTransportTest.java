package dev.vetrina.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@GatewayTest
class NativeTransportTest {

    @Inject
    Vertx vertx;

    /** Elsewhere the JDK's own selectors serve. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void connectionsAreServedByEpoll() {
        assertThat(vertx.unavailableNativeTransportCause()).isNull();
        assertThat(vertx.isNativeTransportEnabled()).isTrue();
    }
}

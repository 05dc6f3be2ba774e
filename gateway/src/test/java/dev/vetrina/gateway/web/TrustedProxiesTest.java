package dev.vetrina.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    @Test
    void nobodyIsTrustedUnlessNamed() {
        assertThat(new TrustedProxies(List.of()).contains("127.0.0.1")).isFalse();
    }

    @Test
    void addressesAndNetworksAreTrusted() {
        TrustedProxies proxies = new TrustedProxies(List.of("192.168.7.9", "10.32.0.0/11", "fd00::/8"));
        assertThat(proxies.contains("192.168.7.9")).isTrue();
        assertThat(proxies.contains("192.168.7.8")).isFalse();
        assertThat(proxies.contains("10.33.1.2")).isTrue();
        assertThat(proxies.contains("10.64.1.2")).isFalse();
        assertThat(proxies.contains("fd12:3456::1")).isTrue();
        assertThat(proxies.contains("fe80::1")).isFalse();
        assertThat(proxies.contains("0:0:0:0:0:0:0:1")).isFalse();
    }

    @Test
    void aNameIsNoAddress() {
        assertThatThrownBy(() -> new TrustedProxies(List.of("proxy.example")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrustedProxies(List.of("10.0.0.0/33")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

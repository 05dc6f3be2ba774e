package dev.vetrina.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeersTest {

    @Test
    void anIpv4AddressIsOneCallerAndSoIsAnIpv6Network() {
        assertThat(Peers.network("203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(Peers.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Peers.network("2001:db8:1:2::9"));
        assertThat(Peers.network("2001:db8:1:2::9")).isNotEqualTo(Peers.network("2001:db8:1:3::9"));
        assertThat(Peers.network("fe80::1%eth0")).isEqualTo(Peers.network("fe80::2"));
    }
}

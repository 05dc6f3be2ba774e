package dev.vetrina.order.webhook.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {

    private final Networks strict = networks("");

    private static Networks networks(String allowed) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder().withMapping(WebhookSettings.class);
        if (!allowed.isEmpty()) {
            config.withDefaultValue("vetrina.webhooks.allowed-networks", allowed);
        }
        return new Networks(config.withConverter(Duration.class, 200, new DurationConverter())
                .build()
                .getConfigMapping(WebhookSettings.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:169.254.169.254",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsNotPublicIsRefused(String address) {
        assertThat(strict.permits(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "93.184.215.14", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"})
    void whatIsPublicIsNot(String address) {
        assertThat(strict.permits(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void aNetworkThatIsAllowedOpensNoOther() {
        Networks networks = networks("127.0.0.0/8,fd00::/8");

        assertThat(networks.permits(InetAddress.ofLiteral("127.0.0.1"))).isTrue();
        assertThat(networks.permits(InetAddress.ofLiteral("fd00::1"))).isTrue();
        assertThat(networks.permits(InetAddress.ofLiteral("10.0.0.1"))).isFalse();
    }
}

package dev.vetrina.gateway.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.gateway.proxy.ServiceAnswer;
import dev.vetrina.kit.http.Freshness;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LifetimeTest {

    private static final long ASKED = 1_000_000;
    private static final CacheSettings SETTINGS = new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(CacheSettings.class)
            .build()
            .getConfigMapping(CacheSettings.class);

    @Test
    void answersAreNotAllAskedForAgainAtOnce() {
        for (int i = 0; i < 200; i++) {
            assertThat(of(false, "", 0).freshUntil() - ASKED).isBetween(800L, 1_000L);
        }
        assertThat(java.util.stream.IntStream.range(0, 200)
                        .mapToLong(i -> of(false, "", 0).freshUntil())
                        .distinct()
                        .count())
                .isGreaterThan(10);
    }

    @Test
    void withoutPricesAnAnswerServesForAFewSecondsWhileTheServiceIsAway() {
        assertThat(of(false, "", 10_000).usableUntil()).isEqualTo(ASKED + 10_000 + 6_000);
    }

    @Test
    void whatMayBeAnnouncedAfterTheAnswerIsNotOutlived() {
        // Announced right after the service has answered, it counts 2 s later.
        Lifetime lifetime = of(true, "", 0);
        assertThat(lifetime.freshUntil()).isLessThanOrEqualTo(ASKED + 1_000);
        assertThat(lifetime.usableUntil()).isLessThan(ASKED + 2_000);
        assertThat(lifetime.heldUntil()).isLessThan(ASKED + 2_000);
    }

    @Test
    void anAnswerThatCameLateHasLivedAlready() {
        Lifetime lifetime = of(true, "", 1_400);
        assertThat(lifetime.freshUntil()).isEqualTo(ASKED + 1_500);
        assertThat(lifetime.usableUntil()).isEqualTo(ASKED + 1_500);
        assertThat(of(true, "", 2_000).freshUntil()).isEqualTo(ASKED + 1_500);
    }

    @Test
    void whatWasAnnouncedBeforeTheAnswerIsNotOutlivedByAMillisecond() {
        Lifetime lifetime = of(true, "300", 100);
        assertThat(lifetime).isEqualTo(new Lifetime(ASKED + 300, ASKED + 300, ASKED + 300));
        assertThat(of(true, "0", 100).freshUntil()).isEqualTo(ASKED);
        assertThat(of(true, "60000", 0).usableUntil()).isEqualTo(ASKED + 1_500);
        assertThat(of(true, "nonsense", 0).usableUntil()).isEqualTo(ASKED);
    }

    private static Lifetime of(boolean switches, String unchangedMillis, long tookMillis) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        if (!unchangedMillis.isEmpty()) {
            headers.set(Freshness.HEADER, unchangedMillis);
        }
        return Lifetime.of(
                new PublicRead("/v1/x", switches, "", "/v1/x"),
                new ServiceAnswer(200, headers, Buffer.buffer()),
                SETTINGS,
                ASKED,
                ASKED + tookMillis);
    }
}

package dev.vetrina.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.testkit.MovableClock;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {

    private static final VerifiedTokens.Key TOKEN = new VerifiedTokens.Key("Default", "a");
    private static final SecurityIdentity BEARER =
            QuarkusSecurityIdentity.builder().setPrincipal(() -> "c-1").build();

    private final MovableClock clock = new MovableClock();
    private final VerifiedTokens tokens = new VerifiedTokens(clock);

    @Test
    void onlyWhatWasVerifiedIsKnown() {
        assertThat(tokens.bearer(TOKEN)).isEmpty();
        tokens.remember(TOKEN, BEARER, in(Duration.ofMinutes(5)));
        assertThat(tokens.bearer(TOKEN)).containsSame(BEARER);
        assertThat(tokens.bearer(new VerifiedTokens.Key("Default", "b"))).isEmpty();
    }

    @Test
    void whatOneProviderVerifiedIsNotKnownToAnother() {
        tokens.remember(TOKEN, BEARER, in(Duration.ofMinutes(5)));
        assertThat(tokens.bearer(new VerifiedTokens.Key("another", TOKEN.token())))
                .isEmpty();
    }

    @Test
    void anExpiredTokenIsForgotten() {
        tokens.remember(TOKEN, BEARER, in(Duration.ofSeconds(5)));
        clock.advance(Duration.ofSeconds(5));
        assertThat(tokens.bearer(TOKEN)).isEmpty();
    }

    @Test
    void aTokenThatDoesNotSayWhenItEndsIsNeverKnown() {
        tokens.remember(TOKEN, BEARER, Instant.EPOCH);
        assertThat(tokens.bearer(TOKEN)).isEmpty();
    }

    @Test
    void afterAMinuteATokenIsVerifiedAgain() {
        tokens.remember(TOKEN, BEARER, in(Duration.ofMinutes(5)));
        clock.advance(Duration.ofSeconds(50));
        assertThat(tokens.bearer(TOKEN)).isPresent();
        clock.advance(Duration.ofSeconds(10));
        assertThat(tokens.bearer(TOKEN)).isEmpty();
    }

    @Test
    void thereAreNeverMoreThanItMayKeepAndOneInUseStays() {
        tokens.remember(TOKEN, BEARER, in(Duration.ofMinutes(5)));
        for (int number = 1; number <= 6_000; number++) {
            tokens.remember(numbered(number), BEARER, in(Duration.ofMinutes(5)));
            assertThat(tokens.bearer(TOKEN)).isPresent();
        }
        assertThat(IntStream.rangeClosed(1, 6_000)
                        .filter(number -> tokens.bearer(numbered(number)).isPresent())
                        .count())
                .isBetween(4_000L, 4_999L);
    }

    private static VerifiedTokens.Key numbered(int number) {
        return new VerifiedTokens.Key("Default", "token " + number);
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }
}

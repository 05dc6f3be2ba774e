package dev.vetrina.live.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.live.session.SessionStatus;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionStreamTest {

    private static final StreamConfig CONFIG =
            new SmallRyeConfigBuilder().withMapping(StreamConfig.class).build().getConfigMapping(StreamConfig.class);

    private static final Instant START = Instant.parse("2030-03-01T20:00:00Z");

    private Instant now = START;
    private SessionStream stream = SessionStream.of(UUID.randomUUID());

    @BeforeEach
    void makeAKey() {
        stream.changeKey(StreamKey.random(), now);
    }

    @Test
    void aLostEncoderPausesTheShowOnlyAfterAGrace() {
        stream.connect("a", now);
        assertThat(next(SessionStatus.LIVE)).isEqualTo(Move.NONE);
        stream.disconnect("a", now);

        assertThat(next(SessionStatus.LIVE)).isEqualTo(Move.NONE);
        pass(9);
        assertThat(next(SessionStatus.LIVE)).isEqualTo(Move.NONE);
        pass(1);
        assertThat(next(SessionStatus.LIVE)).isEqualTo(Move.PAUSE);
        assertThat(next(SessionStatus.PAUSED)).isEqualTo(Move.NONE);
    }

    @Test
    void whoIsBackWithinTheGraceInterruptsNothing() {
        stream.connect("a", now);
        stream.disconnect("a", now);
        pass(5);
        stream.connect("b", now);
        pass(60);

        assertThat(next(SessionStatus.LIVE)).isEqualTo(Move.NONE);
    }

    @Test
    void whoIsBackAfterThePauseEndsIt() {
        loseAndPause();
        stream.connect("b", now);

        assertThat(next(SessionStatus.PAUSED)).isEqualTo(Move.RESUME);
        assertThat(next(SessionStatus.LIVE)).isEqualTo(Move.NONE);
    }

    @Test
    void aPauseOfTheHostIsNotEndedByTheEncoder() {
        stream.connect("a", now);
        stream.disconnect("a", now);
        pass(20);
        assertThat(next(SessionStatus.PAUSED)).isEqualTo(Move.NONE);
        stream.connect("b", now);

        assertThat(next(SessionStatus.PAUSED)).isEqualTo(Move.NONE);
    }

    @Test
    void aHostWhoPausesAfterTheLossKeepsThePause() {
        loseAndPause();
        stream.hostDecided();
        stream.connect("b", now);

        assertThat(next(SessionStatus.PAUSED)).isEqualTo(Move.NONE);
    }

    @Test
    void aHostWhoGoesOnWithoutAnEncoderIsNotPausedAgain() {
        loseAndPause();
        stream.hostDecided();
        pass(600);

        assertThat(next(SessionStatus.LIVE)).isEqualTo(Move.NONE);
    }

    @Test
    void theEndOfAnOldConnectionSaysNothingAboutTheNewOne() {
        stream.connect("a", now);
        stream.connect("b", now);
        stream.disconnect("a", now);
        pass(60);

        assertThat(next(SessionStatus.LIVE)).isEqualTo(Move.NONE);
        assertThat(stream.beat("a", now)).isFalse();
        assertThat(stream.beat("b", now)).isTrue();
    }

    @Test
    void aSecondEncoderThatGivesUpLeavesTheFirstWhereItWas() {
        stream.connect("a", now);
        stream.connect("b", now);
        stream.disconnect("b", now);
        pass(5);

        assertThat(stream.beat("a", now)).isTrue();
        pass(30);
        assertThat(next(SessionStatus.LIVE)).isEqualTo(Move.NONE);
    }

    @Test
    void aConnectionThatEndedBeforeItsBeginningWasToldDoesNotBegin() {
        stream.disconnect("a", now);

        assertThat(stream.connect("a", now)).isFalse();
        assertThat(stream.beat("a", now)).isFalse();
        pass(11);
        assertThat(stream.connect("a", now))
                .as("a server that counts anew uses the name again")
                .isTrue();
    }

    @Test
    void aRepeatChangesNothing() {
        stream.connect("a", now);
        assertThat(stream.connect("a", now)).isTrue();
        stream.disconnect("a", now);
        pass(10);
        assertThat(next(SessionStatus.LIVE)).isEqualTo(Move.PAUSE);
        stream.disconnect("a", now);
        pass(60);

        assertThat(next(SessionStatus.PAUSED)).isEqualTo(Move.NONE);
    }

    @Test
    void aConnectionThatTellsThatItIsAliveIsLostWhenItIsSilent() {
        stream.connect("a", now);
        stream.beat("a", now);
        pass(44);
        assertThat(next(SessionStatus.LIVE)).isEqualTo(Move.NONE);
        pass(1);

        assertThat(next(SessionStatus.LIVE)).isEqualTo(Move.PAUSE);
        assertThat(stream.beat("a", now)).as("it was only the network").isTrue();
        assertThat(next(SessionStatus.PAUSED)).isEqualTo(Move.RESUME);
    }

    @Test
    void aConnectionThatNeverTellsIsNotLostBySilence() {
        stream.connect("a", now);
        pass(3600);

        assertThat(next(SessionStatus.LIVE)).isEqualTo(Move.NONE);
    }

    @Test
    void aNewKeyCutsOffWhoStreamsWithTheOldOne() {
        stream.connect("a", now);
        stream.changeKey(StreamKey.random(), now);
        pass(10);

        assertThat(next(SessionStatus.LIVE)).isEqualTo(Move.PAUSE);
        assertThat(stream.beat("a", now)).isFalse();
    }

    @Test
    void anEncoderBeginsTheShowShortlyBeforeItsTimeAndNotADayBefore() {
        stream.configure(true, now);
        now = START.minus(Duration.ofDays(1));
        stream.connect("a", now);

        assertThat(next(SessionStatus.DRAFT)).isEqualTo(Move.NONE);
        assertThat(next(SessionStatus.SCHEDULED)).isEqualTo(Move.NONE);
        now = START.minus(Duration.ofMinutes(15));
        assertThat(next(SessionStatus.SCHEDULED)).isEqualTo(Move.START);
    }

    @Test
    void anEncoderBeginsNoShowWithoutBeingToldTo() {
        stream.connect("a", now);

        assertThat(next(SessionStatus.SCHEDULED)).isEqualTo(Move.NONE);
    }

    @Test
    void nothingMovesAShowThatIsOver() {
        loseAndPause();
        stream.connect("b", now);

        assertThat(next(SessionStatus.ENDED)).isEqualTo(Move.NONE);
        assertThat(next(SessionStatus.CANCELLED)).isEqualTo(Move.NONE);
    }

    @Test
    void anEncoderIsGoneSinceItsEndAndNotSinceItWasHeardOfLast() {
        stream.connect("a", now);
        assertThat(stream.tellsNothing()).as("it sends no heartbeats").isTrue();
        pass(3600);
        stream.disconnect("a", now);
        pass(60);

        assertThat(stream.tellsNothing()).isFalse();
        assertThat(stream.goneSince(now.minusSeconds(60))).isFalse();
        assertThat(stream.goneSince(now.minusSeconds(59))).isTrue();
    }

    @Test
    void onlyWhatTheHostEditsRaisesTheVersion() {
        long before = stream.view(CONFIG).version();
        stream.connect("a", now);
        stream.changeKey(StreamKey.random(), now);
        stream.configure(false, now);
        assertThat(stream.view(CONFIG).version()).isEqualTo(before);

        stream.configure(true, now);
        assertThat(stream.view(CONFIG).version()).isEqualTo(before + 1);
    }

    @Test
    void aKeyIsNotWrittenAnywhereByAccident() {
        StreamKey key = StreamKey.random();

        assertThat(key.toString()).doesNotContain(key.text());
        assertThat(key.text())
                .matches("sk_[A-Za-z0-9_-]{32}")
                .isNotEqualTo(StreamKey.random().text());
    }

    private void loseAndPause() {
        stream.connect("a", now);
        stream.disconnect("a", now);
        pass(10);
        assertThat(next(SessionStatus.LIVE)).isEqualTo(Move.PAUSE);
    }

    private Move next(SessionStatus status) {
        return next(status, START);
    }

    private Move next(SessionStatus status, @Nullable Instant startsAt) {
        return stream.next(status, startsAt, CONFIG, now);
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
    }
}

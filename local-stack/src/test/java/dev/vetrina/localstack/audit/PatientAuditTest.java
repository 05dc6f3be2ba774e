package dev.vetrina.localstack.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.localstack.audit.AuditFinding.Kind;
import dev.vetrina.localstack.stack.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Time passes only while it pauses. */
class PatientAuditTest {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final UnderWay REST = new UnderWay(0, 0, 0, 0);

    private final List<String> said = new ArrayList<>();
    private Duration passed = Duration.ZERO;
    private int readings;
    private Function<Duration, UnderWay> underWay = now -> REST;

    @Test
    void whatIsSoundIsReadOnce() {
        assertThat(audit(reading -> List.of()).holds()).isTrue();

        assertThat(readings).isEqualTo(1);
        assertThat(said).isEmpty();
    }

    @Test
    void whatIsGoneWhenItIsReadAgainIsNoFinding() {
        SalesAudit audit = audit(reading -> reading < 3 ? List.of(finding("order 1")) : List.of());

        assertThat(audit.holds()).isTrue();
        assertThat(readings).isEqualTo(3);
        assertThat(said).singleElement().asString().contains("Looking again at 1 findings");
    }

    @Test
    void whatStaysIsNotLookedAtForTheWholeTime() {
        SalesAudit audit = audit(reading -> List.of(finding("order 1")));

        assertThat(audit.findings()).containsExactly(finding("order 1"));
        assertThat(passed).isEqualTo(PatientAudit.LASTING);
    }

    @Test
    void whatChangesIsLookedAtUntilTheTimeIsUp() {
        SalesAudit audit = audit(reading -> List.of(finding("order " + reading)));

        assertThat(audit.findings()).containsExactly(finding("order " + readings));
        assertThat(passed).isEqualTo(LIMIT);
    }

    @Test
    void whatStaysMayStillGoWhileSomethingIsUnderWay() {
        underWay = now -> new UnderWay(0, 0, 0, now.isZero() ? 0 : 1);

        audit(reading -> List.of(finding("order 1")));

        assertThat(passed).isEqualTo(LIMIT);
    }

    @Test
    void itSaysEverySoOftenWhatItWaitsFor() {
        underWay = now -> now.compareTo(Duration.ofSeconds(15)) < 0 ? new UnderWay(12, 0, 0, 1) : REST;

        assertThat(audit(reading -> List.of()).holds()).isTrue();

        assertThat(said)
                .containsExactly(
                        "  Waiting for what is on its way, at most 180 s: events: 12, refunds: 1",
                        "  Waiting for what is on its way, at most 170 s: events: 12, refunds: 1");
    }

    @Test
    void whatNeverComesToRestIsAFailureThatNamesWhatIsLeft() {
        underWay = now -> new UnderWay(0, 2, 0, 0);

        assertThatThrownBy(() -> audit(reading -> List.of()))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("payments: 2");
        assertThat(readings).isZero();
    }

    /** @param found by the number of the reading */
    private SalesAudit audit(Function<Integer, List<AuditFinding>> found) {
        return new PatientAudit(
                        () -> underWay.apply(passed),
                        () -> new SalesAudit(found.apply(++readings)),
                        said::add,
                        () -> passed.toNanos(),
                        time -> passed = passed.plus(time))
                .within(LIMIT);
    }

    private static AuditFinding finding(String where) {
        return new AuditFinding(Kind.GAP_IN_EVENTS, where, "event 1", "[0, 2]");
    }
}

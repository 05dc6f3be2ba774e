package dev.vetrina.localstack.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.localstack.room.FactRecord.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sound record is spoilt at a place that a seed decides, and the check must see it wherever it is. */
class FactRecordCheckTest {

    private static final int FACTS = 50;
    private static final int SNAPSHOT = 10;

    private final FactRecordCheck check = new FactRecordCheck(
            IntStream.rangeClosed(1, FACTS).mapToObj(FactRecordCheckTest::told).toList());
    private final List<Entry> record = new ArrayList<>();

    FactRecordCheckTest() {
        record.add(snapshot(SNAPSHOT));
        IntStream.rangeClosed(SNAPSHOT + 1, FACTS).forEach(sequence -> record.add(entry(sequence)));
    }

    @Test
    void aCompleteRecordIsSound() {
        assertThat(check.fault(record)).isEmpty();
        assertThat(check.fault(List.of(snapshot(FACTS)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aGapIsFoundWhereverItIs(long seed) {
        int missing = anyFact(seed);
        long sequence = record.remove(missing).sequence();

        assertThat(check.fault(record).orElseThrow()).contains(Long.toString(sequence - 1));
    }

    @Test
    void theLastFactMayNotBeMissingEither() {
        record.removeLast();

        assertThat(check.fault(record)).contains("the record ends with 49 of 50");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void twoFactsInTheWrongOrderAreFound(long seed) {
        int first = Math.min(anyFact(seed), record.size() - 2);
        Collections.swap(record, first, first + 1);

        assertThat(check.fault(record)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aFactThatIsToldTwiceIsFound(long seed) {
        int twice = anyFact(seed);
        record.add(new Random(-seed).nextInt(twice, record.size()) + 1, record.get(twice));

        assertThat(check.fault(record)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aFactThatTheTimelineHasOtherwiseIsFound(long seed) {
        int changed = anyFact(seed);
        Entry sound = record.get(changed);
        record.set(
                changed, new Entry(sound.sequence(), sound.kind(), sound.data().replace("12:00", "12:01")));
        assertThat(check.fault(record).orElseThrow()).contains("12:01");

        record.set(changed, new Entry(sound.sequence(), "session-paused", sound.data()));
        assertThat(check.fault(record)).isPresent();
    }

    @Test
    void aFactThatTheTimelineDoesNotHaveIsFound() {
        record.add(entry(FACTS + 1));
        assertThat(check.fault(record)).contains("product-pinned 51 came after 50");
        assertThat(check.fault(List.of(snapshot(FACTS + 1)))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aSecondSnapshotIsAGap(long seed) {
        int replaced = anyFact(seed);
        record.set(replaced, snapshot(record.get(replaced).sequence()));

        assertThat(check.fault(record)).isPresent();
    }

    @Test
    void aRecordBeginsWithASnapshot() {
        record.removeFirst();

        assertThat(check.fault(record)).contains("the record does not begin with a snapshot");
        assertThat(check.fault(List.of())).isPresent();
    }

    @Test
    void nothingIsHeldAgainstATimelineWithAGap() {
        assertThatThrownBy(() -> new FactRecordCheck(List.of(told(1), told(3))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int anyFact(long seed) {
        return new Random(seed).nextInt(1, record.size());
    }

    private static Entry snapshot(long sequence) {
        return new Entry(sequence, "snapshot", "{}");
    }

    private static Entry entry(int sequence) {
        ToldFact fact = told(sequence);
        return new Entry(
                sequence,
                fact.kind(),
                "{\"sequence\":" + sequence + ",\"kind\":\"" + fact.kind() + "\",\"occurredAt\":\"" + fact.occurredAt()
                        + "\"}");
    }

    private static ToldFact told(int sequence) {
        return new ToldFact(sequence, "product-pinned", "2026-11-01T12:00:00." + (100 + sequence) + "Z");
    }
}

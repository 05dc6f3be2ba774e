package dev.vetrina.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.kit.id.Ids;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReceiptTest {

    @Test
    void aReceiptIsReadAsItWasWritten() {
        Receipt receipt = Receipt.of(batch(7, 8, 9, 12, 700));

        Receipt read = Receipt.parse(receipt.text());

        assertThat(read).isEqualTo(receipt);
        assertThat(read.positions()).containsExactly(7L, 8L, 9L, 12L, 700L);
    }

    @Test
    void theLargestOneIsNoLongerThanKafkaKeeps() {
        long last = Long.MAX_VALUE;
        Receipt receipt = Receipt.of(batch(last - Receipt.SPAN + 1, last));

        assertThat(receipt.text()).hasSizeLessThan(4_096);
    }

    @Test
    void otherEventsAtTheSamePositionsAreNotWhatIsMeant() {
        assertThat(Receipt.of(batch(1, 2))).isNotEqualTo(Receipt.of(batch(1, 2)));
    }

    private static List<OutboxRows.Row> batch(long... positions) {
        return LongStream.of(positions)
                .mapToObj(position -> new OutboxRows.Row(
                        position, new OutboxMessage(Ids.next(), "orders", "key", "type", 0, Instant.EPOCH, null, "{}")))
                .toList();
    }
}

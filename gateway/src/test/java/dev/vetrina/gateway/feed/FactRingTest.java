package dev.vetrina.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FactRingTest {

    private final FactRing ring = new FactRing(3, 10);

    @Test
    void whatIsNotNewerIsNoNews() {
        assertThat(ring.add(fact(10))).isFalse();
        assertThat(ring.add(fact(11))).isTrue();
        assertThat(ring.add(fact(11))).isFalse();
        assertThat(ring.add(fact(9))).isFalse();
        assertThat(ring.after(0)).extracting(Fact::sequence).containsExactly(11L);
    }

    @Test
    void itCoversFromWhereTheStreamBeganToTheNewestFact() {
        assertThat(ring.covers(10)).isTrue();
        assertThat(ring.covers(9)).isFalse();
        assertThat(ring.covers(11)).isFalse();
        ring.add(fact(11));
        ring.add(fact(12));
        assertThat(ring.covers(12)).isTrue();
        assertThat(ring.after(11)).extracting(Fact::sequence).containsExactly(12L);
        assertThat(ring.after(12)).isEmpty();
    }

    @Test
    void aFullRingForgetsTheOldestAndSaysSo() {
        for (long sequence = 11; sequence <= 15; sequence++) {
            ring.add(fact(sequence));
        }
        assertThat(ring.after(0)).extracting(Fact::sequence).containsExactly(13L, 14L, 15L);
        assertThat(ring.floor()).isEqualTo(12);
        assertThat(ring.covers(12)).isTrue();
        assertThat(ring.covers(11)).isFalse();
    }

    @Test
    void afterAGapItCoversOnlyWhatComesNext() {
        ring.add(fact(11));
        ring.restart(20);
        assertThat(ring.covers(11)).isFalse();
        assertThat(ring.covers(20)).isTrue();
        assertThat(ring.add(fact(20))).isFalse();
        assertThat(ring.add(fact(21))).isTrue();
        assertThat(ring.after(20)).extracting(Fact::sequence).containsExactly(21L);
    }

    private static Fact fact(long sequence) {
        return Fact.of(sequence, "product-pinned", "{}");
    }
}

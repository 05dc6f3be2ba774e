package dev.vetrina.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DrawFoundTest {

    private static final List<String> WINNERS = List.of(HonestDraw.entry(4), HonestDraw.entry(1));

    @Test
    void anHonestDrawHasNothingWrong() {
        assertThat(HonestDraw.found().wrongs()).isEmpty();
    }

    @Test
    void anotherSeedThanThePromisedOneIsFound() {
        assertThat(HonestDraw.found("ff".repeat(32), WINNERS, HonestDraw.nonces())
                        .wrongs())
                .contains("the seed is not the one that was promised");
    }

    @Test
    void winnersWhoHaveNotWonAreFound() {
        assertThat(HonestDraw.found(HonestDraw.SEED, WINNERS.reversed(), HonestDraw.nonces())
                        .wrongs())
                .containsExactly("others have won than seed and entries say");
    }

    @Test
    void anEntryThatCameLaterIsFound() {
        SortedMap<String, String> more = HonestDraw.nonces();
        more.put(HonestDraw.entry(6), "late");

        assertThat(HonestDraw.found(HonestDraw.SEED, WINNERS, more).wrongs())
                .contains("the entries are not those that were frozen");
    }

    @Test
    void oneThatWasNeverDrawnIsFound() {
        DrawFound open = new DrawFound("", "OPEN", "", "", 2, List.of(), new TreeMap<>());

        assertThat(open.wrongs()).containsExactly("the giveaway is OPEN");
    }
}

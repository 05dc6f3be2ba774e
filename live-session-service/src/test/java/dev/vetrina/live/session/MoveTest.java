package dev.vetrina.live.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.kit.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MoveTest {

    private static final UUID A = id(1);
    private static final UUID B = id(2);
    private static final UUID C = id(3);
    private static final List<UUID> LINEUP = List.of(A, B, C);

    @Test
    void aProductGoesRightBeforeOrAfterAnother() {
        assertThat(new Move(C, A, true).in(LINEUP)).containsExactly(C, A, B);
        assertThat(new Move(A, C, false).in(LINEUP)).containsExactly(B, C, A);
        assertThat(new Move(A, B, false).in(LINEUP)).containsExactly(B, A, C);
        assertThat(new Move(B, C, true).in(LINEUP)).containsExactly(A, B, C);
    }

    @Test
    void whatIsNotInTheLineupIsNeitherMovedNorMovedTo() {
        assertThatThrownBy(() -> new Move(id(9), A, true).in(LINEUP))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("not-in-lineup"));
        assertThatThrownBy(() -> new Move(A, id(9), true).in(LINEUP))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("not-in-lineup"));
    }

    /** Whatever is moved in whatever order: the same products, each once, and each move holds when it is made. */
    @Property
    void movesLoseNothingAndDoubleNothing(
            @ForAll @IntRange(min = 2, max = 200) int products,
            @ForAll @Size(max = 100) List<@IntRange(min = 0, max = 79_999) Integer> moves) {
        List<UUID> lineup = LongStream.range(0, products).mapToObj(MoveTest::id).toList();
        List<UUID> moved = lineup;
        for (int number : moves) {
            UUID product = id(number % products);
            UUID anchor = id(number / 2 % products);
            boolean before = number % 2 == 0;
            if (!product.equals(anchor)) {
                moved = new Move(product, anchor, before).in(moved);
                assertThat(moved.indexOf(product)).isEqualTo(moved.indexOf(anchor) + (before ? -1 : 1));
            }
        }
        assertThat(moved).containsExactlyInAnyOrderElementsOf(lineup);
    }

    private static UUID id(long number) {
        return new UUID(7, number);
    }
}

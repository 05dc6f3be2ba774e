package dev.vetrina.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.kit.problem.ProblemException;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CursorTest {

    @Property
    void everyIdComesBackFromItsCursor(@ForAll long high, @ForAll long low) {
        UUID id = new UUID(high, low);
        assertThat(Cursor.toId(Cursor.of(id))).isEqualTo(id);
    }

    @Property
    void anyOtherTextIsRefusedAndNothingElseHappens(@ForAll String text) {
        if (text.length() != 22) {
            assertThatThrownBy(() -> Cursor.toId(text))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.status()).isEqualTo(400));
        }
    }
}

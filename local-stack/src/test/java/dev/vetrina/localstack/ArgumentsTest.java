package dev.vetrina.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.localstack.stack.StackFailure;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void anOptionTakesItsValueWithAnEqualsSignOrAsTheNextWord() {
        Arguments arguments = parse("--brand=Luce di Mare", "--brand", "Northwood", "--fresh", "smoke");

        assertThat(arguments.all("--brand")).containsExactly("Luce di Mare", "Northwood");
        assertThat(arguments.last("--brand")).contains("Northwood");
        assertThat(arguments.has("--fresh")).isTrue();
        assertThat(arguments.names()).containsExactly("smoke");
    }

    @Test
    void aValueMayContainAnEqualsSign() {
        assertThat(parse("--brand=a=b").last("--brand")).contains("a=b");
    }

    @Test
    void anUnknownOptionIsNamedInTheComplaint() {
        assertThatThrownBy(() -> parse("--frehs"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("--frehs")
                .hasMessageContaining("help");
    }

    @Test
    void aMissingValueIsNamedInTheComplaint() {
        assertThatThrownBy(() -> parse("--brand"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("needs a value");
    }

    @Test
    void aFlagTakesNoValue() {
        assertThatThrownBy(() -> parse("--fresh=yes"))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("takes no value");
    }

    private static Arguments parse(String... words) {
        return Arguments.parse(List.of(words), Set.of("--fresh"), Set.of("--brand"));
    }
}

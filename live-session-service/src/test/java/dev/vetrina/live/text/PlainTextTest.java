package dev.vetrina.live.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Does it run small?",
                "Größe 42, s'il vous plaît",
                "要 S 码吗？",
                "👩‍👩‍👧‍👦 ❤️ 👍🏽 1️⃣ 🇬🇧",
                "می‌خواهم",
                "क्‍ष",
                "<b>5 > 3 & 2 < 4</b>",
                "¡Olé! 100 % ✓"
            })
    void whatPeopleWriteStaysAsItIs(String text) {
        assertThat(PlainText.clean(text)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
    }

    @Test
    void whatCannotBeSeenIsTakenOut() {
        assertThat(PlainText.clean("in\u200Bvi\u2060si\u00ADble\uFEFF")).isEqualTo("invisible");
        assertThat(PlainText.clean("a\u200Db\u200Cc")).isEqualTo("abc");
        assertThat(PlainText.clean("tag\uDB40\uDC41\uDB40\uDC42ged \uE000")).isEqualTo("tagged");
        assertThat(PlainText.clean("bell\u0007 esc\u001B[31m")).isEqualTo("bell esc[31m");
    }

    @Test
    void nothingTurnsTheDirectionOfWhatFollows() {
        assertThat(PlainText.clean("\u202Egnp.exe\u2066\u061C\u200F")).isEqualTo("gnp.exe");
    }

    @Test
    void itIsOneLine() {
        assertThat(PlainText.clean("  one\r\n\r\n\ttwo\u2028three\u3000\u00A0four "))
                .isEqualTo("one two three four");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "\u200B\u200B",
                "\u3164",
                "\u2800\u2800",
                "\u034F",
                "\u0301\u0302",
                "\u115F\uFFA0",
                "\n"
            })
    void aTextWithoutAnythingToSeeIsEmpty(String blank) {
        assertThat(PlainText.clean(blank)).isEmpty();
    }

    @Test
    void aLetterCarriesOnlySoManyMarks() {
        String flood = "Z" + "\u0300\u0301\u0302\u0303\u0304\u0489".repeat(50) + "algo";

        assertThat(PlainText.clean(flood)).hasSizeLessThan(10).startsWith("Z").endsWith("algo");
        assertThat(PlainText.clean("e\u0301")).isEqualTo("é");
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(PlainText.length("👍👍")).isEqualTo(2);
    }
}

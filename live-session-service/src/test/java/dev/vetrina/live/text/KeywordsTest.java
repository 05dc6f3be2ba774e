package dev.vetrina.live.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordsTest {

    private final Keywords keywords = Keywords.of(List.of("scam", "total rubbish", "ass", "詐欺", "scheiße"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scam",
                "What a SCAM!!!",
                "s c a m",
                "s.c.a.m",
                "s-c-a-m now",
                "sсаm",
                "ѕcam",
                "ｓｃａｍ",
                "5c4m",
                "$cam",
                "sc@m",
                "scaaaaam",
                "ścäm",
                "this is total   rubbish",
                "t0tal rubb1sh",
                "これは詐欺です",
                "Scheiße!"
            })
    void aWordIsFoundInEverySpellingThatReadsLikeIt(String text) {
        assertThat(keywords.in(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scampi",
                "class",
                "as good as new",
                "Scunthorpe",
                "glass jar",
                "total, and no rubbish",
                "a",
                "",
                "!!!"
            })
    void partsOfOtherWordsAreNot(String text) {
        assertThat(keywords.in(text)).isEmpty();
    }

    @Test
    void theKeywordIsNamedAsItWasGiven() {
        assertThat(keywords.in("T0TAL RUBBISH")).contains("total rubbish");
    }

    @Test
    void aKeywordOfSignsOnlyWouldNeverBeFound() {
        assertThat(Keywords.isReadable("?!")).isFalse();
        assertThat(Keywords.isReadable("B2B")).isTrue();
    }
}

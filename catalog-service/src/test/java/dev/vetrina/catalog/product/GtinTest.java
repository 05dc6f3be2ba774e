package dev.vetrina.catalog.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {

    @ParameterizedTest
    @ValueSource(strings = {"96385074", "036000291452", "4006381333931", "10614141000415"})
    void aNumberOfEachLengthWithItsCheckDigitIsAGtin(String text) {
        assertThat(Gtin.Validator.isGtin(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4006381333932",
                "400638133393",
                "",
                "4006381333931 ",
                "400638133393X",
                "٤٠٠٦٣٨١٣٣٣٩٣١",
                "40063813339310000"
            })
    void anythingElseIsNone(String text) {
        assertThat(Gtin.Validator.isGtin(text)).isFalse();
    }
}

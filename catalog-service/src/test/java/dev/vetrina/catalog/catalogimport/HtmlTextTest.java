package dev.vetrina.catalog.catalogimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {

    @Test
    void onlyTheTextSurvivesAndParagraphsStayLines() {
        assertThat(HtmlText.of("<p>Warm&nbsp;&amp; <b>dry</b>.</p><ul><li>One</li><li>Two</li></ul>a<br>b"))
                .isEqualTo("Warm & dry.\nOne\nTwo\na\nb");
    }

    @Test
    void noScriptSurvives() {
        assertThat(HtmlText.of("<script>alert(1)</script><style>p{}</style><img src=x onerror=alert(2)>Hat"))
                .isEqualTo("Hat");
    }

    @Test
    void plainTextStaysAsItIs() {
        assertThat(HtmlText.of("Fits 3 < 5 & more")).isEqualTo("Fits 3 < 5 & more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<br>", "<p>", "<div>", "<b>", "<table><tr>", "<a href=x>", "<li>x", "&amp;"})
    void aHostileTextTakesNoLongerThanItsLengthAsks(String piece) {
        String html = piece.repeat(ShopifyMapping.MAX_HTML / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> HtmlText.of(html));
    }
}

package dev.vetrina.catalog.catalogimport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}

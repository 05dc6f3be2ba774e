package dev.vetrina.live.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/x",
                "see evil.com",
                "EVIL.COM!",
                "hxxps://evil.com",
                "www.evil",
                "http : // evil",
                "evil。com",
                "evil․com",
                "ｅｖｉｌ．ｃｏｍ",
                "ⓔⓥⓘⓛ.ⓒⓞⓜ",
                "𝐞𝐯𝐢𝐥.𝐜𝐨𝐦",
                "еvil.соm",
                "evіl.cоm",
                "evil dot com",
                "evil (dot) com",
                "evil[.]com",
                "evil {dot} de",
                "evil . com",
                "evil .com",
                "evil. com",
                "evil d0t com",
                "evil.c0m",
                "xn--vil-9na",
                "пример.рф",
                "192.168.1.1/login",
                "javascript:alert(1)",
                "mail me at a.b@evil.co.uk",
                "t.me/evil"
            })
    void anAddressIsSeenHoweverItIsSpelled(String text) {
        assertThat(Links.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Does it run small?",
                "It costs 10.50, or 3.99 with the deal...",
                "So nice! Really.",
                "e.g. the blue one, size S/M",
                "Mr. T. Jones etc.",
                "v1.2.3 at 8 p.m.",
                "polka dot dress",
                "a dot on the sleeve",
                "what. the. heck",
                "12:30 / 14:00",
                "¿Hay en azul? Sí.",
                "1.000.000 €"
            })
    void whatPeopleWriteAboutGoodsIsNoAddress(String text) {
        assertThat(Links.isIn(text)).isFalse();
    }

    @Test
    void onlyWellFormedSecureAddressesCanBeFollowed() {
        assertThat(Links.clickable("Here: https://shop.example.com/jumper?size=M. And (https://example.org/a)!"))
                .containsExactly("https://shop.example.com/jumper?size=M", "https://example.org/a");
        assertThat(Links.clickable("http://example.com javascript:alert(1) https://nowhere https://еxample.com"
                        + " https://exa\"mple.com https://"))
                .isEmpty();
    }
}

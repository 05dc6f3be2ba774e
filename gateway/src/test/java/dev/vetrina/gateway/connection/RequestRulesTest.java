package dev.vetrina.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.kit.problem.ProblemException;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.MultiMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestRulesTest {

    private final RequestRules rules = new RequestRules(3);

    @Test
    void aValueWithAControlCharacterIsNoneOfAHeader() {
        for (String value : List.of("a\u007f", "a\u0000b", "a\r\nb: c", "\u001b")) {
            assertThat(RequestRules.faultOfValues(
                            MultiMap.caseInsensitiveMultiMap().add("X-Odd", value)))
                    .as(value)
                    .hasFieldOrPropertyWithValue("status", 400);
        }
        assertThat(RequestRules.faultOfValues(MultiMap.caseInsensitiveMultiMap()
                        .add("X-Even", "a\tb \u00e9")
                        .add("X-Empty", "")))
                .isNull();
    }

    @Test
    void aTargetOfThisHostIsMadeRelativeAndAnotherRefused() {
        HttpRequest absolute = get("http://shop.example/v1/brands?a=1");
        absolute.headers().add("Host", "Shop.example");
        assertThat(rules.fault(absolute)).isNull();
        assertThat(absolute.uri()).isEqualTo("/v1/brands?a=1");

        HttpRequest root = get("HTTP://shop.example?a=1");
        root.headers().add("Host", "shop.example");
        assertThat(rules.fault(root)).isNull();
        assertThat(root.uri()).isEqualTo("/?a=1");

        HttpRequest elsewhere = get("http://evil.example/v1/brands");
        elsewhere.headers().add("Host", "shop.example");
        assertThat(statusOf(rules.fault(elsewhere))).isEqualTo(400);
    }

    @Test
    void thereIsOneHost() {
        assertThat(statusOf(rules.fault(get("/v1/brands")))).isEqualTo(400);
        HttpRequest two = get("/v1/brands");
        two.headers().add("Host", "a").add("Host", "a");
        assertThat(statusOf(rules.fault(two))).isEqualTo(400);
        HttpRequest old = new DefaultHttpRequest(HttpVersion.HTTP_1_0, HttpMethod.GET, "/v1/brands");
        assertThat(rules.fault(old)).isNull();
    }

    @Test
    void headersAreCounted() {
        HttpRequest request = get("/v1/brands");
        request.headers().add("Host", "a").add("X", "1").add("X", "2");
        assertThat(rules.fault(request)).isNull();
        request.headers().add("X", "3");
        assertThat(statusOf(rules.fault(request))).isEqualTo(431);
    }

    private static HttpRequest get(String target) {
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target);
    }

    private static int statusOf(@Nullable ProblemException fault) {
        return fault == null ? 0 : fault.status();
    }
}

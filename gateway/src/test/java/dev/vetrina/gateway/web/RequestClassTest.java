package dev.vetrina.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import org.junit.jupiter.api.Test;

class RequestClassTest {

    @Test
    void whatBuysIsCheckout() {
        assertThat(of("POST", "/v1/orders")).isEqualTo(RequestClass.CHECKOUT);
        assertThat(of("POST", "/v1/orders/")).isEqualTo(RequestClass.CHECKOUT);
        assertThat(of("POST", "/v1/orders/1/payments")).isEqualTo(RequestClass.CHECKOUT);
        assertThat(of("POST", "/v1/order-quotes")).isEqualTo(RequestClass.CHECKOUT);
        assertThat(of("POST", "/v1/orders/1/cancel")).isEqualTo(RequestClass.WRITE);
        assertThat(of("GET", "/v1/orders")).isEqualTo(RequestClass.READ);
    }

    @Test
    void theRestGoesByMethodAndPath() {
        assertThat(of("POST", "/v1/payment-webhooks/stripe")).isEqualTo(RequestClass.PROVIDER);
        assertThat(of("POST", "/v1/catalog-imports")).isEqualTo(RequestClass.IMPORT);
        assertThat(of("GET", "/v1/sessions/1/feed")).isEqualTo(RequestClass.FEED);
        assertThat(of("HEAD", "/v1/sessions/1/feed")).isEqualTo(RequestClass.READ);
        assertThat(of("GET", "/v1/sessions/1")).isEqualTo(RequestClass.READ);
        assertThat(of("HEAD", "/v1/products")).isEqualTo(RequestClass.READ);
        for (String method : new String[] {"PUT", "PATCH", "DELETE", "MADE-UP"}) {
            assertThat(of(method, "/v1/products/1")).isEqualTo(RequestClass.WRITE);
        }
    }

    private static RequestClass of(String method, String path) {
        return RequestClass.of(HttpMethod.valueOf(method), path);
    }
}

package dev.vetrina.gateway.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** What a request is for, as far as it decides how often it may come and how soon it is given up under pressure. */
public enum RequestClass {
    READ,
    WRITE,
    /** Buying: orders, what they would cost, their payments. */
    CHECKOUT,
    /** What payment providers tell. */
    PROVIDER,
    IMPORT,
    FEED;

    private static final String ORDERS = "/v1/orders";

    public static RequestClass of(HttpServerRequest request) {
        return of(request.method(), request.path());
    }

    static RequestClass of(HttpMethod method, String path) {
        if (HttpMethod.POST.equals(method)) {
            return ofPost(withoutSlash(path));
        }
        if (HttpMethod.GET.equals(method)) {
            return isFeed(withoutSlash(path)) ? FEED : READ;
        }
        return HttpMethod.HEAD.equals(method) || HttpMethod.OPTIONS.equals(method) ? READ : WRITE;
    }

    private static RequestClass ofPost(String path) {
        if (path.equals(ORDERS) || path.equals("/v1/order-quotes") || isPayment(path)) {
            return CHECKOUT;
        }
        if (path.startsWith("/v1/payment-webhooks/")) {
            return PROVIDER;
        }
        return path.equals("/v1/catalog-imports") ? IMPORT : WRITE;
    }

    private static boolean isPayment(String path) {
        return path.startsWith(ORDERS + "/") && path.endsWith("/payments");
    }

    private static boolean isFeed(String path) {
        return path.startsWith("/v1/sessions/") && path.endsWith("/feed");
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}

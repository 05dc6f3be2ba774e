package dev.vetrina.order.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * What the buyer has to do before a payment can go on: one of both is there.
 *
 * @param url where the browser is sent
 * @param clientSecret with which the provider's own library goes on in the client
 */
public record NextAction(@Nullable String url, @Nullable String clientSecret) {}

package dev.vetrina.order.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * Where the goods go. Personal data: never in an event, and erased on request.
 *
 * @param region state or province, where the country has them
 * @param country ISO 3166 code
 */
public record ShippingAddress(
        String name,
        String line1,
        @Nullable String line2,
        String city,
        @Nullable String region,
        @Nullable String postalCode,
        String country,
        @Nullable String phone) {}

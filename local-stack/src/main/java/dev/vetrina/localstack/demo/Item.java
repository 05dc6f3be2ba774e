package dev.vetrina.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Json;
import java.util.Optional;
import java.util.UUID;

/** A variant that buyers of this show want, and what it costs there. */
record Item(UUID variantId, UUID productId, UUID brandId, String title, Money price) {

    /** A variant of a product as the catalogue shows it; empty if it has no price in the market. */
    static Optional<Item> of(JsonNode product, JsonNode variant, String market) {
        return Json.items(variant.path("prices")).stream()
                .filter(price -> price.path("market").asText().equals(market))
                .findFirst()
                .map(price -> new Item(
                        Json.id(variant, "id"),
                        Json.id(product, "id"),
                        Json.id(product, "brandId"),
                        product.path("title").asText(),
                        Money.of(price.path("price"))));
    }
}

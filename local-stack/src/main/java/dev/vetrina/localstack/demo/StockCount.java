package dev.vetrina.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** The stock of a variant at one moment, over all its pools. */
record StockCount(long available, long held, long sold, long putOnSale) {

    static StockCount of(JsonNode inventory) {
        return new StockCount(
                inventory.path("available").asLong(),
                inventory.path("held").asLong(),
                inventory.path("sold").asLong(),
                inventory.path("putOnSale").asLong());
    }
}

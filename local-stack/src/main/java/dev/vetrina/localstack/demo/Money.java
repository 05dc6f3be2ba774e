package dev.vetrina.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;

/** An amount in minor units of an ISO 4217 currency, as the API gives and takes it. */
record Money(long amount, String currency) {

    static Money of(JsonNode node) {
        return new Money(node.path("amount").asLong(), node.path("currency").asText());
    }

    Money times(int quantity) {
        return new Money(Math.multiplyExact(amount, quantity), currency);
    }

    Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(Math.addExact(amount, other.amount), currency);
    }
}

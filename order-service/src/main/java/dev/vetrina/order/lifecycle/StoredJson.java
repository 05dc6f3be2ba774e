package dev.vetrina.order.lifecycle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What of an order is kept as JSON: its address, and the discounts of a line. */
final class StoredJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final TypeReference<List<LineDiscount>> DISCOUNTS = new TypeReference<>() {};

    private StoredJson() {}

    static @Nullable String of(@Nullable ShippingAddress address) {
        return address == null ? null : write(address);
    }

    static @Nullable String of(List<LineDiscount> discounts) {
        return discounts.isEmpty() ? null : write(discounts);
    }

    static @Nullable ShippingAddress address(@Nullable String json) {
        try {
            return json == null ? null : MAPPER.readValue(json, ShippingAddress.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<LineDiscount> discounts(@Nullable String json) {
        try {
            return json == null ? List.of() : MAPPER.readValue(json, DISCOUNTS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

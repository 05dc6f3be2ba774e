package dev.vetrina.kit.json;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/**
 * Accepts what the records say and nothing near it: no float or string for an integer, no number for an enum or a time, no
 * empty text for an id, no constant with spaces around it, no missing primitive, no second key of one name, nothing behind the end.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    private static final List<LogicalType> NEVER_FROM_ANOTHER_SHAPE =
            List.of(LogicalType.Integer, LogicalType.Boolean, LogicalType.Textual);
    private static final List<LogicalType> NEVER_FROM_EMPTY_TEXT = List.of(
            LogicalType.OtherScalar, LogicalType.Enum, LogicalType.DateTime, LogicalType.Float, LogicalType.POJO);

    /** The last, as whoever comes later wins: Jackson's own module for times is registered by Quarkus. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        for (LogicalType type : NEVER_FROM_ANOTHER_SHAPE) {
            for (CoercionInputShape shape : CoercionInputShape.values()) {
                mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
            }
        }
        for (LogicalType type : NEVER_FROM_EMPTY_TEXT) {
            mapper.coercionConfigFor(type)
                    .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Binary, CoercionAction.Fail);
        }
        mapper.registerModule(new SimpleModule("vetrina-strict")
                .addDeserializer(String.class, new StorableText())
                .addKeyDeserializer(String.class, new StorableText.Key())
                .addDeserializer(Instant.class, new Rfc3339Time())
                .setDeserializerModifier(new ExactConstants()));
    }
}

package dev.vetrina.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events as JSON: times in RFC 3339, unknown fields ignored. */
public final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Map<String, Class<? extends DomainEvent>> BY_TYPE =
            records(DomainEvent.class).collect(Collectors.toUnmodifiableMap(EventJson::typeOf, Function.identity()));

    private static final String TEST = "{\"test\":true,";

    private EventJson() {}

    public static String typeOf(Class<? extends DomainEvent> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event.getName() + " has no @EventType");
        }
        return type.value();
    }

    public static Collection<Class<? extends DomainEvent>> all() {
        return BY_TYPE.values();
    }

    public static String write(DomainEvent event) {
        try {
            return MAPPER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same event as one of a test, whatever it tells: with {@code "test": true} as its first member. */
    public static String asTest(String json) {
        return TEST + json.substring(1);
    }

    /** Whether {@link #asTest} made it: nobody who counts or ships real things takes it. */
    public static boolean isTest(String json) {
        return json.startsWith(TEST);
    }

    /**
     * @return the event, or empty if this version of the contracts does not know the type
     * @throws UncheckedIOException if the JSON does not fit the type: no retry will mend it
     */
    public static Optional<DomainEvent> read(String type, byte[] json) {
        Class<? extends DomainEvent> event = BY_TYPE.get(type);
        if (event == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readValue(json, event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends DomainEvent>> records(Class<?> sealed) {
        return sealed.isRecord()
                ? Stream.of((Class<? extends DomainEvent>) sealed)
                : Arrays.stream(sealed.getPermittedSubclasses()).flatMap(EventJson::records);
    }
}

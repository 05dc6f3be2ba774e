package dev.vetrina.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * One example of every event type as it stands in Kafka. The producer's tests compare what they publish with it, the
 * consumers' tests take it: who changes a type's JSON sees both fail.
 */
public final class GoldenEvents {

    private GoldenEvents() {}

    /** @throws IllegalArgumentException if there is no such type */
    public static byte[] json(String type) {
        try (InputStream file = GoldenEvents.class.getResourceAsStream("golden/" + type + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("There is no example of " + type);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static <E extends DomainEvent> E event(Class<E> type) {
        String name = EventJson.typeOf(type);
        return EventJson.read(name, json(name)).map(type::cast).orElseThrow();
    }
}

package dev.vetrina.catalog;

import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.EventJson;
import dev.vetrina.testkit.ReceivedRecord;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Events as a consumer reads them. */
public final class Events {

    private Events() {}

    public static <E extends DomainEvent> E of(Class<E> type, ReceivedRecord received) {
        byte[] json = Objects.requireNonNull(received.value()).getBytes(StandardCharsets.UTF_8);
        return type.cast(EventJson.read(received.type(), json).orElseThrow());
    }
}

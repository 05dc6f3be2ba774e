package dev.vetrina.order.webhook.message;

import dev.vetrina.events.DomainEvent;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that a message may lack: what may be null in an event, or in what stands in it, is left out then. */
final class LeftOut {

    private LeftOut() {}

    static Set<String> of(Class<? extends DomainEvent> event) {
        Set<String> names = new HashSet<>();
        add(event, names);
        return names;
    }

    private static void add(Class<?> type, Set<String> names) {
        if (!type.isRecord()) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            AnnotatedType of = component.getAnnotatedType();
            if (of.isAnnotationPresent(Nullable.class)) {
                names.add(component.getName());
            }
            add(component.getType(), names);
            if (of instanceof AnnotatedParameterizedType many) {
                for (AnnotatedType each : many.getAnnotatedActualTypeArguments()) {
                    if (each.getType() instanceof Class<?> element) {
                        add(element, names);
                    }
                }
            }
        }
    }
}

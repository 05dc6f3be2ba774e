package dev.vetrina.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Neither the type returned nor a parameter's, nor what they are generic in, is an entity or JAX-RS's untyped answer. */
final class SpeakNeitherInEntitiesNorInResponse extends ArchCondition<JavaMethod> {

    SpeakNeitherInEntitiesNorInResponse() {
        super("speak neither in entities nor in Response");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                .map(JavaType::getAllInvolvedRawTypes)
                .flatMap(types -> types.stream())
                .filter(SpeakNeitherInEntitiesNorInResponse::isForbidden)
                .forEach(type -> events.add(
                        SimpleConditionEvent.violated(method, method.getFullName() + " speaks in " + type.getName())));
    }

    private static boolean isForbidden(JavaClass type) {
        return type.isAnnotatedWith(ArchitectureRules.ENTITY)
                || type.getFullName().equals("jakarta.ws.rs.core.Response");
    }
}

package dev.vetrina.kit.http;

import dev.vetrina.kit.idempotency.Idempotent;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * What a resource method's annotations and types say about its operation.
 *
 * @param status the declared status of success, 0 if none is declared
 */
record DocumentedMethod(
        String operationId,
        boolean secured,
        List<String> roles,
        int status,
        boolean empty,
        boolean idempotent,
        boolean versioned,
        boolean identified) {

    static Stream<DocumentedMethod> allIn(IndexView index) {
        return index.getAnnotations(Operation.class).stream()
                .filter(operation -> operation.target().kind() == AnnotationTarget.Kind.METHOD)
                .filter(operation -> operation.value("operationId") != null)
                .map(operation -> of(operation, index));
    }

    private static DocumentedMethod of(AnnotationInstance operation, IndexView index) {
        MethodInfo method = operation.target().asMethod();
        return new DocumentedMethod(
                operation.value("operationId").asString(),
                isSecured(method),
                rolesOf(method),
                Optional.ofNullable(method.annotation(ResponseStatus.class))
                        .map(declared -> declared.value().asInt())
                        .orElse(0),
                method.returnType().kind() == Type.Kind.VOID,
                method.hasAnnotation(Idempotent.class),
                isA(method.returnType().name(), Versioned.class, index),
                isA(method.returnType().name(), Identified.class, index));
    }

    private static boolean isSecured(MethodInfo method) {
        if (method.hasAnnotation(PermitAll.class)) {
            return false;
        }
        return Stream.of(RolesAllowed.class, Authenticated.class)
                .anyMatch(annotation -> method.hasAnnotation(annotation)
                        || method.declaringClass().hasDeclaredAnnotation(annotation));
    }

    private static List<String> rolesOf(MethodInfo method) {
        return Stream.of(
                        Optional.ofNullable(method.annotation(RolesAllowed.class)),
                        Optional.ofNullable(method.declaringClass().declaredAnnotation(RolesAllowed.class)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(AnnotationInstance::value)
                .map(AnnotationValue::asStringArray)
                .map(Arrays::asList)
                .orElse(List.of());
    }

    private static boolean isA(DotName type, Class<?> wanted, IndexView index) {
        ClassInfo found = index.getClassByName(type);
        return found != null && found.interfaceNames().contains(DotName.createSimple(wanted));
    }

    boolean created() {
        return identified && (status == 201 || status == 202);
    }

    String successStatus(String documented) {
        if (status != 0) {
            return Integer.toString(status);
        }
        return empty ? "204" : documented;
    }

    String forbiddenText() {
        String general = "The caller may see it but not do this.";
        return roles.isEmpty()
                ? general
                : general + " It takes the role "
                        + String.join(" or ", roles.stream().sorted().toList()) + ".";
    }
}

package dev.vetrina.kit.http;

import dev.vetrina.kit.idempotency.Idempotent;
import dev.vetrina.kit.security.NeedsScope;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.annotation.Annotation;
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
 * @param secured whether it takes a token
 * @param open whether it says that it takes none; one that says neither has no rule
 * @param roles any of which suffices, sorted
 * @param scope what a partner's token needs besides
 * @param status the declared status of success, 0 if none is declared
 */
record DocumentedMethod(
        String operationId,
        boolean secured,
        boolean open,
        List<String> roles,
        Optional<String> scope,
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
                method.hasAnnotation(PermitAll.class),
                rolesOf(method),
                valueOf(NeedsScope.class, method).map(AnnotationValue::asString),
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
        return valueOf(RolesAllowed.class, method)
                .map(AnnotationValue::asStringArray)
                .map(roles -> Arrays.stream(roles).sorted().toList())
                .orElse(List.of());
    }

    /** Of the method's own annotation, or else of its class's. */
    private static Optional<AnnotationValue> valueOf(Class<? extends Annotation> annotation, MethodInfo method) {
        return Stream.of(
                        Optional.ofNullable(method.annotation(annotation)),
                        Optional.ofNullable(method.declaringClass().declaredAnnotation(annotation)))
                .flatMap(Optional::stream)
                .findFirst()
                .map(AnnotationInstance::value);
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
        String text = "The caller may see it but not do this.";
        if (!roles.isEmpty()) {
            text += " It takes the role " + String.join(" or ", roles) + ".";
        }
        return scope.map(needed -> " A partner's token needs the scope `" + needed + "`, or else `insufficient-scope`.")
                .map(text::concat)
                .orElse(text);
    }
}

package dev.vetrina.kit.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Bean validation's findings with the names that the client knows: of JSON fields and parameters, not of Java methods. */
final class Violations {

    private static final String BODY = "body";

    private Violations() {}

    static List<Violation> of(Collection<ConstraintViolation<?>> found) {
        return found.stream()
                .map(violation -> new Violation(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
    }

    private static String field(ConstraintViolation<?> violation) {
        Iterator<Path.Node> path = violation.getPropertyPath().iterator();
        Path.Node first = path.next();
        if (first.getKind() != ElementKind.METHOD) {
            return violation.getPropertyPath().toString();
        }
        Path.Node parameter = path.next();
        String inside = rest(path);
        return inside.isEmpty() ? parameterName(violation, first, parameter) : inside;
    }

    /** The path below the parameter: a body's or a bean's own fields are what the client sends. */
    private static String rest(Iterator<Path.Node> path) {
        List<String> steps = new ArrayList<>();
        path.forEachRemaining(step -> steps.add(step.toString()));
        return String.join(".", steps);
    }

    private static String parameterName(ConstraintViolation<?> violation, Path.Node method, Path.Node parameter) {
        if (parameter.getKind() != ElementKind.PARAMETER) {
            return BODY;
        }
        var types = method.as(Path.MethodNode.class).getParameterTypes().toArray(Class<?>[]::new);
        int index = parameter.as(Path.ParameterNode.class).getParameterIndex();
        return declaration(violation.getRootBeanClass(), method.getName(), types)
                .flatMap(declared -> Arrays.stream(declared.getParameterAnnotations()[index])
                        .flatMap(Violations::nameFrom)
                        .findFirst())
                .orElse(BODY);
    }

    /** The bean's class may be a subclass that the container made, without the annotations of the parameters. */
    private static Optional<Method> declaration(Class<?> bean, String name, Class<?>[] types) {
        return Stream.<Class<?>>iterate(bean, type -> type != null, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name) && Arrays.equals(method.getParameterTypes(), types))
                .reduce((subclass, superclass) -> superclass);
    }

    private static Stream<String> nameFrom(Annotation annotation) {
        return switch (annotation) {
            case QueryParam query -> Stream.of(query.value());
            case PathParam path -> Stream.of(path.value());
            case HeaderParam header -> Stream.of(header.value());
            case CookieParam cookie -> Stream.of(cookie.value());
            default -> Stream.empty();
        };
    }
}

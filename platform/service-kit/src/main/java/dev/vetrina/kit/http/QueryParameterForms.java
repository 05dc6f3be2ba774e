package dev.vetrina.kit.http;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.problem.Violation;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters of the wrong form are a 400 that names them. Jakarta REST would answer 404, which is right for a path
 * only.
 */
@Provider
class QueryParameterForms implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return Arrays.stream(annotations)
                .filter(QueryParam.class::isInstance)
                .findFirst()
                .flatMap(query -> form(((QueryParam) query).value(), type))
                .map(form -> (ParamConverter<T>) form)
                .orElse(null);
    }

    private static Optional<Form> form(String name, Class<?> type) {
        if (type == UUID.class) {
            return Optional.of(new Form(name, "a UUID", UUID::fromString));
        }
        if (type == int.class || type == Integer.class) {
            return Optional.of(new Form(name, "an integer", Integer::valueOf));
        }
        if (type == long.class || type == Long.class) {
            return Optional.of(new Form(name, "an integer", Long::valueOf));
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of(new Form(name, "true or false", QueryParameterForms::strictBoolean));
        }
        if (type == Instant.class) {
            return Optional.of(new Form(name, "a time by RFC 3339", QueryParameterForms::time));
        }
        if (type.isEnum()) {
            return Optional.of(new Form(
                    name,
                    "one of "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(Object::toString)
                                    .collect(Collectors.joining(", ")),
                    text -> constant(type, text)));
        }
        return Optional.empty();
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Boolean strictBoolean(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        throw new IllegalArgumentException();
    }

    private record Form(String name, String expected, Function<String, Object> parse)
            implements ParamConverter<Object> {

        @Override
        public @Nullable Object fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                // Only a WebApplicationException leaves the binding of parameters as it is.
                throw new WebApplicationException(
                        ProblemException.malformed(
                                "wrong-type",
                                "A query parameter has the wrong form.",
                                new Violation(name, "must be " + expected)),
                        400);
            }
        }

        @Override
        public String toString(Object value) {
            return value.toString();
        }
    }
}

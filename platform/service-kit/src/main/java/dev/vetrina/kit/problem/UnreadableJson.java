package dev.vetrina.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a body that does not fit, in the words of its author and without names of Java classes. */
final class UnreadableJson {

    private UnreadableJson() {}

    static ProblemException problem(JsonProcessingException e) {
        return switch (e) {
            case JsonMappingException carrier when carrier.getCause() instanceof ProblemException problem -> problem;
            case UnrecognizedPropertyException unknown ->
                ProblemException.malformed(
                        "unknown-field",
                        "The body has a field that is not known.",
                        new Violation(path(unknown), "is not known"));
            case MismatchedInputException trailing
            when isAboutTrailingToken(trailing) ->
                ProblemException.malformed("malformed-json", "There is something behind the end of the JSON value.");
            case MismatchedInputException mismatch -> wrongType(mismatch, expected(mismatch.getTargetType()));
            case ValueInstantiationException refused -> wrongType(refused, "must be a value of the documented form");
            case JsonMappingException range
            when range.getCause() instanceof InputCoercionException -> wrongType(range, "is out of range");
            case JsonMappingException mapping
            when !mapping.getPath().isEmpty() && mapping.getCause() == null ->
                ProblemException.malformed(
                        "invalid-character",
                        mapping.getOriginalMessage(),
                        new Violation(path(mapping), "cannot be read"));
            default ->
                ProblemException.malformed("malformed-json", "The body is not well-formed JSON" + where(e) + ".");
        };
    }

    private static ProblemException wrongType(JsonMappingException e, String message) {
        return ProblemException.malformed(
                "wrong-type", "A value in the body has the wrong type or form.", new Violation(path(e), message));
    }

    /** Jackson has no type of its own for it. */
    private static boolean isAboutTrailingToken(MismatchedInputException e) {
        return e.getPath().isEmpty() && e.getOriginalMessage().startsWith("Trailing token");
    }

    private static String expected(@Nullable Class<?> target) {
        if (target == null) {
            return "must be present";
        }
        if (target.isEnum()) {
            return "must be one of "
                    + Arrays.stream(target.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return "must be "
                + switch (target.getSimpleName()) {
                    case "int", "Integer", "long", "Long" -> "an integer";
                    case "boolean", "Boolean" -> "true or false";
                    case "String" -> "a string";
                    case "UUID" -> "a UUID";
                    case "Instant", "OffsetDateTime" -> "a time in RFC 3339 with an offset";
                    default -> "a value of the documented form";
                };
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String where(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }
}

package dev.vetrina.gateway.openapi;

import java.lang.constant.ConstantDesc;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which problem a call of {@code ProblemException} makes, seen by the constants that stand right before it. */
final class ProblemCalls {

    static final String PROBLEM = "dev/vetrina/kit/problem/ProblemException";

    private static final Pattern CODE = Pattern.compile("[a-z]+(-[a-z0-9]+)+|overloaded");

    private ProblemCalls() {}

    /**
     * @param constants those before the call since the last call of this kind
     * @return nothing if the code is not a constant there
     */
    static Stream<ProblemCode> made(String factory, List<ConstantDesc> constants) {
        return switch (factory) {
            case "notFound" -> Stream.of(notFound());
            case "unknownToView" -> Stream.of(notFound(), new ProblemCode(404, "not-yet-visible", "Not visible yet"));
            case "forbidden" -> Stream.of(new ProblemCode(403, "forbidden", "Not allowed"));
            case "invalid" -> Stream.of(new ProblemCode(422, "invalid-input", ProblemCode.INVALID));
            case "conflict" -> named(409, ProblemCode.CONFLICT, constants);
            case "malformed" -> named(400, ProblemCode.MALFORMED, constants);
            case "unavailable" -> named(503, ProblemCode.UNAVAILABLE, constants);
            case "of" -> spelledOut(constants).stream();
            default -> Stream.of();
        };
    }

    static Stream<ProblemCode> named(int status, String title, List<ConstantDesc> constants) {
        return constants.reversed().stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> CODE.matcher(text).matches())
                .limit(1)
                .map(code -> new ProblemCode(status, code, title));
    }

    /** A number, and behind it the code and the title. */
    private static Optional<ProblemCode> spelledOut(List<ConstantDesc> constants) {
        return IntStream.iterate(constants.size() - 3, from -> from >= 0, from -> from - 1)
                .mapToObj(from -> constants.subList(from, from + 3))
                .filter(three -> three.get(0) instanceof Integer)
                .filter(three -> three.get(1) instanceof String && three.get(2) instanceof String)
                .map(three -> new ProblemCode(
                        (Integer) three.get(0),
                        three.get(1).toString(),
                        three.get(2).toString()))
                .findFirst();
    }

    private static ProblemCode notFound() {
        return new ProblemCode(404, "not-found", "Not found");
    }
}

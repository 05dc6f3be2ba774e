package dev.vetrina.kit.problem;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that stands behind an exception: a transaction manager hides the reason among the suppressed ones. */
final class Causes {

    private Causes() {}

    static Stream<Throwable> of(@Nullable Throwable e) {
        return e == null ? Stream.empty() : of(e, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static Stream<Throwable> of(Throwable e, Set<Throwable> seen) {
        if (!seen.add(e)) {
            return Stream.empty();
        }
        Stream<Throwable> behind = Stream.concat(Stream.ofNullable(e.getCause()), Arrays.stream(e.getSuppressed()));
        return Stream.concat(Stream.of(e), behind.flatMap(cause -> of(cause, seen)));
    }
}

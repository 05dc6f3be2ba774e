package dev.vetrina.testkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Set;

/**
 * A call, or a reference to a method, that asks the machine for the time: {@code Instant.now()} and its likes without a
 * clock, the system's clocks, {@code System.currentTimeMillis()}. Measuring with {@code System.nanoTime()} is fine.
 */
final class ReadsTheSystemTime extends DescribedPredicate<JavaAccess<?>> {

    private static final Set<String> SYSTEM_CLOCKS =
            Set.of("system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds", "tickMinutes");

    ReadsTheSystemTime() {
        super("the system's time is read");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getFullName();
        return switch (target.getName()) {
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "now" -> owner.startsWith("java.time.") && !takesAClock(target);
            case String name -> owner.equals("java.time.Clock") && SYSTEM_CLOCKS.contains(name);
        };
    }

    private static boolean takesAClock(AccessTarget target) {
        return target instanceof CodeUnitAccessTarget unit
                && unit.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }
}

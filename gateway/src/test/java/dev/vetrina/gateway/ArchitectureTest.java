package dev.vetrina.gateway;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.vetrina.testkit.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

/** The rules that make sense without entities and resources; the test-kit's own tests see each of them fail. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = ArchitectureRules.productionClassesOf(ArchitectureTest.class);

    @Test
    void featuresAreFreeOfCycles() {
        ArchitectureRules.featuresAreFreeOfCycles(ArchitectureTest.class).check(CLASSES);
    }

    @Test
    void timeComesFromTheClock() {
        ArchitectureRules.timeComesFromTheClock().check(CLASSES);
    }
}

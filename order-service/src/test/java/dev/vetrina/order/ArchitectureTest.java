package dev.vetrina.order;

import static dev.vetrina.testkit.architecture.ArchitectureRules.productionClassesOf;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.vetrina.testkit.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = productionClassesOf(ArchitectureTest.class);

    @Test
    void featuresAreFreeOfCycles() {
        ArchitectureRules.featuresAreFreeOfCycles(ArchitectureTest.class).check(classes);
    }

    @Test
    void entitiesArePackagePrivate() {
        ArchitectureRules.entitiesArePackagePrivate().check(classes);
    }

    @Test
    void repositoriesStayInTheirFeature() {
        ArchitectureRules.repositoriesStayInTheirFeature(ArchitectureTest.class).check(classes);
    }

    @Test
    void timeComesFromTheClock() {
        ArchitectureRules.timeComesFromTheClock().check(classes);
    }

    @Test
    void resourcesSpeakInRecords() {
        ArchitectureRules.resourcesSpeakInRecords().check(classes);
    }
}

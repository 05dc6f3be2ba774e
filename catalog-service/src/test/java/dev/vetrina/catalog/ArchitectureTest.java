package dev.vetrina.catalog;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.vetrina.testkit.architecture.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final Class<?> ROOT = ArchitectureTest.class;
    private static final JavaClasses CLASSES = ArchitectureRules.productionClassesOf(ROOT);

    @Test
    void featuresAreFreeOfCycles() {
        ArchitectureRules.featuresAreFreeOfCycles(ROOT).check(CLASSES);
    }

    @Test
    void entitiesArePackagePrivate() {
        ArchitectureRules.entitiesArePackagePrivate().check(CLASSES);
    }

    @Test
    void aFeatureNeverTouchesAnothersRepository() {
        ArchitectureRules.repositoriesStayInTheirFeature(ROOT).check(CLASSES);
    }

    @Test
    void timeComesFromTheClock() {
        ArchitectureRules.timeComesFromTheClock().check(CLASSES);
    }

    @Test
    void resourcesSpeakInRecords() {
        ArchitectureRules.resourcesSpeakInRecords().check(CLASSES);
    }
}

package dev.vetrina.live;

import static dev.vetrina.testkit.architecture.ArchitectureRules.entitiesArePackagePrivate;
import static dev.vetrina.testkit.architecture.ArchitectureRules.featuresAreFreeOfCycles;
import static dev.vetrina.testkit.architecture.ArchitectureRules.productionClassesOf;
import static dev.vetrina.testkit.architecture.ArchitectureRules.repositoriesStayInTheirFeature;
import static dev.vetrina.testkit.architecture.ArchitectureRules.resourcesSpeakInRecords;
import static dev.vetrina.testkit.architecture.ArchitectureRules.timeComesFromTheClock;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses CLASSES = productionClassesOf(ArchitectureTest.class);

    static Stream<ArchRule> rules() {
        return Stream.of(
                featuresAreFreeOfCycles(ArchitectureTest.class),
                entitiesArePackagePrivate(),
                repositoriesStayInTheirFeature(ArchitectureTest.class),
                timeComesFromTheClock(),
                resourcesSpeakInRecords());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theServiceKeepsTheRulesOfTheHouse(ArchRule rule) {
        rule.check(CLASSES);
    }
}

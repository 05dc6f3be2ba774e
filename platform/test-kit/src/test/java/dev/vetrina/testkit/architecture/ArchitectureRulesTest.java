package dev.vetrina.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.vetrina.testkit.architecture.broken.BrokenService;
import dev.vetrina.testkit.architecture.sound.SoundService;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sees every rule fail once: a rule that cannot fail guards nothing. */
class ArchitectureRulesTest {

    private static final JavaClasses BROKEN = new ClassFileImporter().importPackagesOf(BrokenService.class);
    private static final JavaClasses SOUND = new ClassFileImporter().importPackagesOf(SoundService.class);

    @Test
    void aCycleOfFeaturesIsFound() {
        assertBroken(ArchitectureRules.featuresAreFreeOfCycles(BrokenService.class), "Cycle detected", "stock");
    }

    @Test
    void aPublicEntityIsFound() {
        assertBroken(ArchitectureRules.entitiesArePackagePrivate(), "broken.stock.StockLevel");
    }

    @Test
    void theUseOfAnotherFeaturesRepositoryIsFound() {
        assertBroken(
                ArchitectureRules.repositoriesStayInTheirFeature(BrokenService.class),
                "CheckoutService.use",
                "StockLevelRepository");
    }

    @Test
    void everyWayToTheMachinesTimeIsFound() {
        assertBroken(
                ArchitectureRules.timeComesFromTheClock(),
                "CheckoutService.now()",
                "CheckoutService.later()",
                "CheckoutService.today()",
                "CheckoutService.milliseconds()",
                "CheckoutService.clock()",
                "LegacyDates.format");
    }

    @Test
    void entitiesAndUntypedAnswersOfAResourceAreFound() {
        assertBroken(
                ArchitectureRules.resourcesSpeakInRecords(),
                "OrderResource.untyped()",
                "OrderResource.listed()",
                "OrderResource.stored(");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aSoundServiceKeepsTheRule(ArchRule rule) {
        rule.check(SOUND);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aRuleWithNothingToJudgeFails(ArchRule rule) {
        JavaClasses nothing = new ClassFileImporter().importClasses();

        assertThatThrownBy(() -> rule.check(nothing)).isInstanceOf(AssertionError.class);
    }

    @Test
    void testsAreNotTakenForProductionClasses() {
        JavaClasses own = ArchitectureRules.productionClassesOf(ArchitectureRulesTest.class);

        assertThat(own.contain(ArchitectureRules.class)).isTrue();
        assertThat(own.contain(BrokenService.class)).isFalse();
        assertThatThrownBy(() -> ArchitectureRules.productionClassesOf(BrokenService.class))
                .hasMessageContaining("No classes below");
    }

    static Stream<ArchRule> rules() {
        return Stream.of(
                ArchitectureRules.featuresAreFreeOfCycles(SoundService.class),
                ArchitectureRules.entitiesArePackagePrivate(),
                ArchitectureRules.repositoriesStayInTheirFeature(SoundService.class),
                ArchitectureRules.timeComesFromTheClock(),
                ArchitectureRules.resourcesSpeakInRecords());
    }

    private static void assertBroken(ArchRule rule, String... mentioned) {
        assertThatThrownBy(() -> rule.check(BROKEN))
                .isInstanceOf(AssertionError.class)
                .message()
                .contains(mentioned);
    }
}

package dev.vetrina.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/**
 * What holds in every service. A service's {@code ArchitectureTest} lies in the service's root package and passes itself
 * as {@code root}: a class literal cannot be misspelled. A rule that meets no class to judge fails.
 */
public final class ArchitectureRules {

    static final String ENTITY = "jakarta.persistence.Entity";

    private ArchitectureRules() {}

    /** The service's classes without its tests. */
    public static JavaClasses productionClassesOf(Class<?> root) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root.getPackageName());
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("No classes below " + root.getPackageName());
        }
        return classes;
    }

    /** A feature is a package right below the root. */
    public static ArchRule featuresAreFreeOfCycles(Class<?> root) {
        return slices().matching(root.getPackageName() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature that needs another cannot be needed by it");
    }

    public static ArchRule entitiesArePackagePrivate() {
        return classes()
                .that()
                .areAnnotatedWith(ENTITY)
                .should()
                .bePackagePrivate()
                .because("an entity's invariants are the business of its feature");
    }

    /** By name, as every repository of the house ends in it. */
    public static ArchRule repositoriesStayInTheirFeature(Class<?> root) {
        return classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should(new BeUsedInTheirFeatureOnly(root.getPackageName()))
                .because("a feature asks another feature's service, never its tables");
    }

    public static ArchRule timeComesFromTheClock() {
        return noClasses()
                .should()
                .accessTargetWhere(new ReadsTheSystemTime())
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.text.SimpleDateFormat")
                .because("tests move the Clock bean, and everyone else must follow it");
    }

    /** Judges the public methods of the classes whose names end in Resource. */
    public static ArchRule resourcesSpeakInRecords() {
        return methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .haveSimpleNameEndingWith("Resource")
                .should(new SpeakNeitherInEntitiesNorInResponse())
                .because("the API's types are its own, and its documentation is made from them");
    }
}

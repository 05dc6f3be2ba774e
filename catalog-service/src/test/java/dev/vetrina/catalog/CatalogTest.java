package dev.vetrina.catalog;

import dev.vetrina.testkit.VetrinaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the running service with a real database and broker; all share one configuration and one start. */
@QuarkusTest
@QuarkusTestResource(value = VetrinaTestResource.class, initArgs = @ResourceArg(name = "database", value = "catalog"))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CatalogTest {}

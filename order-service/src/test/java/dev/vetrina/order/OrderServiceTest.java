package dev.vetrina.order;

import dev.vetrina.testkit.VetrinaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test against the running service on a real database and broker. All of them share one start. */
@QuarkusTest
@QuarkusTestResource(value = VetrinaTestResource.class, initArgs = @ResourceArg(name = "database", value = "orders"))
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OrderServiceTest {}

package dev.vetrina.gateway;

import dev.vetrina.testkit.VetrinaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the running gateway, with Kafka and the identity provider as they are and stubs for the services. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@QuarkusTest
@QuarkusTestResource(
        value = VetrinaTestResource.class,
        initArgs = @ResourceArg(name = "topics", value = "live.presence,live.engagement"))
@QuarkusTestResource(StubServices.class)
public @interface GatewayTest {}

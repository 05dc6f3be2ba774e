package dev.vetrina.live;

import dev.vetrina.testkit.VetrinaTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** Found by Quarkus for all tests of the module, so that one application serves them all. */
@QuarkusTestResource(value = VetrinaTestResource.class, initArgs = @ResourceArg(name = "database", value = "live"))
final class TestServers {
    private TestServers() {}
}

package dev.vetrina.localstack.bench.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpringCloudGatewayTest {

    private static final String BUILDS =
            "#!/bin/sh\nmkdir -p \"$(dirname $4)/target\" && cp $4 \"$(dirname $4)/target/peer.jar\"\n";

    @TempDir
    Path project;

    @BeforeEach
    void writeSources() throws IOException {
        write("mvnw", BUILDS);
        assertThat(project.resolve("mvnw").toFile().setExecutable(true)).isTrue();
        writePom("first");
    }

    @Test
    void whatHasNotChangedIsNotBuiltAgain() throws IOException {
        gateway().built();
        write("mvnw", "#!/bin/sh\nexit 1\n");

        assertThat(gateway().built()).hasContent("first");
    }

    @Test
    void aFailedBuildLeavesNoProgramOfOtherSourcesBehind() throws IOException {
        gateway().built();
        writePom("second");
        write("mvnw", "#!/bin/sh\nexit 1\n");

        assertThatThrownBy(() -> gateway().built()).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> gateway().built()).isInstanceOf(IOException.class);
        write("mvnw", BUILDS);
        assertThat(gateway().built()).hasContent("second");
    }

    private SpringCloudGateway gateway() {
        return new SpringCloudGateway(project, project.resolve("log"));
    }

    private void writePom(String text) throws IOException {
        write("local-stack/src/main/peers/spring-cloud-gateway/pom.xml", text);
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(project.resolve(name).getParent());
        Files.writeString(project.resolve(name), text);
    }
}

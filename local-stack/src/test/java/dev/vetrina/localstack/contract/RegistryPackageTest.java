package dev.vetrina.localstack.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.vetrina.localstack.stack.StackFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryPackageTest {

    @TempDir
    private Path folder;

    private final HttpServer registry =
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private byte[] archive = {};

    RegistryPackageTest() throws IOException {}

    @BeforeEach
    void publish() throws IOException {
        Path program = folder.resolve("package/bin/mug");
        Files.createDirectories(program.getParent());
        Files.writeString(program, "a mug");
        Path packed = folder.resolve("mug.tgz");
        LimitedProgram.of(List.of("tar", "-czf", packed.toString(), "-C", folder.toString(), "package"))
                .run()
                .require("packing");
        archive = Files.readAllBytes(packed);
        registry.createContext("/mug/-/mug-1.2.3.tgz", exchange -> {
            exchange.sendResponseHeaders(200, archive.length);
            try (var body = exchange.getResponseBody()) {
                body.write(archive);
            }
        });
        registry.start();
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @Test
    void itIsFetchedOnceAndUnpacked() throws Exception {
        RegistryPackage mug = written(checksum());

        Path unpacked = mug.in(folder.resolve("runtime"), address());
        registry.stop(0);

        assertThat(unpacked.resolve("bin/mug")).hasContent("a mug");
        assertThat(mug.in(folder.resolve("runtime"), address())).isEqualTo(unpacked);
    }

    @Test
    void anotherChecksumIsRefusedAndNothingIsLeft() throws Exception {
        RegistryPackage mug = written("sha512-another");

        assertThatThrownBy(() -> mug.in(folder.resolve("runtime"), address()))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining(checksum());
        assertThat(folder.resolve("runtime/mug-1.2.3")).doesNotExist();
    }

    @Test
    void whatIsNotWrittenDownIsNotFetched() {
        assertThatThrownBy(() -> RegistryPackage.of("cup", new Properties())).isInstanceOf(StackFailure.class);
    }

    private RegistryPackage written(String checksum) {
        Properties properties = new Properties();
        properties.setProperty("mug", "1.2.3 " + checksum);
        return RegistryPackage.of("mug", properties);
    }

    private String checksum() throws Exception {
        return "sha512-"
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-512").digest(archive));
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + registry.getAddress().getPort() + "/");
    }
}

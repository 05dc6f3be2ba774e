package dev.vetrina.localstack.contract;

import dev.vetrina.localstack.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * An archive of the npm registry, fetched without npm.
 *
 * @param checksum {@code sha512-} and the digest in Base64, as the registry and lock files write it
 */
record RegistryPackage(String name, String version, String checksum) {

    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final String ALGORITHM = "sha512-";

    /** What is written down of it, such as {@code npm=11.6.2 sha512-…}. */
    static RegistryPackage of(String name, Properties written) {
        String[] words = written.getProperty(name, "").split(" ", -1);
        if (words.length != 2 || !words[1].startsWith(ALGORITHM)) {
            throw new StackFailure("There is no version and checksum of " + name + " in node.properties.");
        }
        return new RegistryPackage(name, words[0], words[1]);
    }

    /** Unpacked in a folder of its own below {@code parent}; fetched if it is not there yet. */
    Path in(Path parent, URI registry) throws IOException {
        Path folder = parent.resolve(name + "-" + version);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(parent);
        Path archive = Files.createTempFile(parent, name, ".tgz");
        Path unpacked = Files.createTempDirectory(parent, name);
        try {
            fetch(registry.resolve(name + "/-/" + name + "-" + version + ".tgz"), archive);
            LimitedProgram.of(List.of(
                            "tar", "-xzf", archive.toString(), "--strip-components=1", "-C", unpacked.toString()))
                    .run()
                    .require("unpacking " + name);
            // Only what is complete gets its name, so that a fetch that was interrupted begins anew.
            Files.move(unpacked, folder);
            return folder;
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    private void fetch(URI address, Path archive) throws IOException {
        try (HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<Path> answer =
                    http.send(HttpRequest.newBuilder(address).timeout(LIMIT).build(), BodyHandlers.ofFile(archive));
            if (answer.statusCode() != 200) {
                throw new StackFailure(address + " could not be fetched: " + answer.statusCode());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
        check(archive);
    }

    void check(Path archive) throws IOException {
        String found = ALGORITHM + Base64.getEncoder().encodeToString(digest(Files.readAllBytes(archive)));
        if (!found.equals(checksum)) {
            throw new StackFailure("What the npm registry gave for " + name + " " + version
                    + " is not what was expected: its checksum is " + found + ".");
        }
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(content);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.stack.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a brand brings to the show.
 *
 * @param csv products in the format that Shopify's shops export
 */
public record Catalogue(String brandName, String csv) {

    /** Two small brands that ship with the project. */
    public static List<Catalogue> samples() {
        return List.of(
                new Catalogue("Luce di Mare", resource("luce-di-mare.csv")),
                new Catalogue("Northwood", resource("northwood.csv")));
    }

    public static Catalogue ofFile(Path file, String brandName) {
        try {
            return new Catalogue(brandName, Files.readString(file));
        } catch (IOException e) {
            throw new StackFailure("Cannot read " + file + ": give a Shopify product CSV in UTF-8.", e);
        }
    }

    private static String resource(String name) {
        try (InputStream content = Catalogue.class.getResourceAsStream("/demo/" + name)) {
            if (content == null) {
                throw new IllegalStateException("no resource /demo/" + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

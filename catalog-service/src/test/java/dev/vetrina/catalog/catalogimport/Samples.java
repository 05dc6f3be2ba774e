package dev.vetrina.catalog.catalogimport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Files in the form of Shopify's export. */
final class Samples {

    /** With a byte order mark and CRLF: three products, five variants, one row that is only an image. */
    static final String APPAREL = "apparel-sample.csv";

    /** Nine rows, of which three can be applied as they are. */
    static final String FAULTY = "faulty-sample.csv";

    private Samples() {}

    static byte[] read(String name) {
        try (InputStream file = Objects.requireNonNull(Samples.class.getResourceAsStream("/" + name))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

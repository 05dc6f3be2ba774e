package dev.vetrina.testkit.server;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The part of this JVM's class path that a broker needs: about 40 of the 200 and more jars of a service's tests. */
final class BrokerClassPath {

    private static final List<String> NEEDED = List.of(
            "kafka",
            "scala-",
            "jackson-",
            "slf4j-",
            "log4j-",
            "jboss-logmanager",
            "smallrye-common-",
            "metrics-core",
            "snakeyaml",
            "jopt-simple",
            "lz4-",
            "at-yawk-lz4",
            "snappy-",
            "zstd-",
            "caffeine",
            "jose4j",
            "pcollections",
            "argparse4j",
            "HdrHistogram",
            "re2j",
            "hash4j",
            "commons-",
            "jakarta.json",
            "parsson",
            "error_prone_annotations");

    private BrokerClassPath() {}

    static String current() {
        String all = System.getProperty("java.class.path");
        List<String> needed = Arrays.stream(all.split(File.pathSeparator, -1))
                .filter(entry -> isNeeded(Path.of(entry).getFileName().toString()))
                .toList();
        // A launcher's jar that names its class path in the manifest is one entry: the broker then reads that manifest
        // too.
        boolean found = needed.stream().anyMatch(entry -> entry.contains("kafka_2.13"));
        return found
                ? Stream.concat(Stream.of(ownLocation()), needed.stream())
                        .collect(Collectors.joining(File.pathSeparator))
                : all;
    }

    private static boolean isNeeded(String fileName) {
        return NEEDED.stream().anyMatch(fileName::startsWith) || fileName.contains("jboss-logmanager");
    }

    private static String ownLocation() {
        try {
            return Path.of(EmbeddedKafkaMain.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

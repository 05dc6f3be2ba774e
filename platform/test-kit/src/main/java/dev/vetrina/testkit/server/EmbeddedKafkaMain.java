package dev.vetrina.testkit.server;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One broker in a process of its own, so that it can be killed, and so that it dies with its parent: it halts as soon as
 * its standard input closes. Arguments: port, data directory. Writes {@code ready <port>} once it serves.
 */
public final class EmbeddedKafkaMain {

    private EmbeddedKafkaMain() {}

    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Path dataDirectory = Path.of(arguments[1]).toAbsolutePath();
        PrintStream answers = System.out;
        System.setOut(System.err);
        logWarningsOnly();
        Thread.ofPlatform().daemon().name("parent-watch").start(EmbeddedKafkaMain::haltWithParent);
        format(dataDirectory);
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(EmbeddedKafkaSettings.of(port, dataDirectory)), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
        server.startup();
        answers.println("ready " + port);
        answers.flush();
        server.awaitShutdown();
    }

    private static void haltWithParent() {
        try {
            System.in.transferTo(PrintStream.nullOutputStream());
        } catch (IOException pipeBroke) {
            // A broken pipe and a closed one mean the same: nobody is left to serve.
        }
        Runtime.getRuntime().halt(0);
    }

    private static void format(Path dataDirectory) throws Exception {
        if (Files.exists(dataDirectory.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(dataDirectory);
        new Formatter()
                .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(EmbeddedKafkaSettings.NODE_ID)
                .setDirectories(List.of(dataDirectory.toString()))
                .setMetadataLogDirectory(dataDirectory.toString())
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }

    private static void logWarningsOnly() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        Handler console = new ConsoleHandler();
        console.setLevel(Level.WARNING);
        root.addHandler(console);
        root.setLevel(Level.WARNING);
    }
}

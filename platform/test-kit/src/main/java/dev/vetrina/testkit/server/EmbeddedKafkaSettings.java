package dev.vetrina.testkit.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** A broker that is its own controller, made small: Kafka's defaults are for machines that do nothing else. */
final class EmbeddedKafkaSettings {

    static final int NODE_ID = 1;

    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            // A misspelled topic must fail rather than come into being.
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "5"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "5"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // A killed broker is let in again once its old session is over: 9 s by default.
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            // The default takes 128 MB of heap for compaction, half of what the process has.
            Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
            Map.entry("log.index.size.max.bytes", "1048576"));

    private EmbeddedKafkaSettings() {}

    static Properties of(int port, Path dataDirectory) {
        // Only the broker itself talks to its controller, so that port may change from start to start.
        String controller = "127.0.0.1:" + FreePort.find();
        String broker = "PLAINTEXT://127.0.0.1:" + port;
        Properties settings = new Properties();
        settings.putAll(FIXED);
        settings.setProperty("node.id", Integer.toString(NODE_ID));
        settings.setProperty("controller.quorum.voters", NODE_ID + "@" + controller);
        settings.setProperty("listeners", broker + ",CONTROLLER://" + controller);
        settings.setProperty("advertised.listeners", broker);
        settings.setProperty("log.dirs", dataDirectory.toString());
        return settings;
    }
}

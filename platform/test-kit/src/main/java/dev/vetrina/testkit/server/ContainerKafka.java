package dev.vetrina.testkit.server;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.testcontainers.kafka.KafkaContainer;

/**
 * Kafka in a container. Its port on the host is bound by us: a port of Docker's choice would change when the container
 * is started again, and clients could not come back.
 */
final class ContainerKafka implements KafkaServer {

    private final KafkaContainer container = new KafkaContainer("apache/kafka:4.1.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "5")
            .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "5");

    ContainerKafka() {
        container.setPortBindings(List.of(FreePort.find() + ":9092"));
        container.start();
    }

    @Override
    public String bootstrapServers() {
        return container.getBootstrapServers();
    }

    @Override
    public void stop() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void start() {
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            Awaitility.await()
                    .atMost(90, TimeUnit.SECONDS)
                    .ignoreExceptions()
                    .until(() -> !admin.describeCluster()
                            .nodes()
                            .get(5, TimeUnit.SECONDS)
                            .isEmpty());
        }
    }
}

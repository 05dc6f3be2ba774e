package dev.vetrina.kit.consumer;

import dev.vetrina.events.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where Kafka is, and the declared topics made to exist there. */
@ApplicationScoped
public class KafkaConnection {

    /** Larger than any event of ours, as one that Kafka refuses would block all those behind it. */
    public static final int MAX_MESSAGE_BYTES = 8 << 20;

    private final Map<String, Object> config;
    private final short replicas;
    private volatile boolean topicsExist;

    KafkaConnection(
            @Identifier("default-kafka-broker") Map<String, Object> config,
            @ConfigProperty(name = "vetrina.kafka.topic-replicas", defaultValue = "1") short replicas) {
        this.config = config;
        this.replicas = replicas;
    }

    /** The connection settings shared by every client of this process. */
    public Map<String, Object> config() {
        return config;
    }

    /**
     * Creates what is missing of {@link Topics}.
     *
     * @throws KafkaException while Kafka is away
     */
    public synchronized void ensureTopics() throws InterruptedException {
        if (topicsExist) {
            return;
        }
        Map<String, Object> settings = new HashMap<>(config);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        try (Admin admin = Admin.create(settings)) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = Topics.all().stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .map(this::declaration)
                    .toList();
            for (KafkaFuture<Void> created :
                    admin.createTopics(missing).values().values()) {
                awaitCreation(created);
            }
            topicsExist = true;
        } catch (ExecutionException e) {
            throw new KafkaException("the topics could not be declared", e.getCause());
        }
    }

    private static void awaitCreation(KafkaFuture<Void> created) throws InterruptedException, ExecutionException {
        try {
            created.get();
        } catch (ExecutionException e) {
            // Another service may have created it at the same moment.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private NewTopic declaration(Topics.Topic topic) {
        Map<String, String> settings = new HashMap<>();
        settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_MESSAGE_BYTES));
        if (topic.compacted()) {
            settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        } else {
            settings.put(
                    TopicConfig.RETENTION_MS_CONFIG,
                    Long.toString(topic.retention().toMillis()));
        }
        return new NewTopic(topic.name(), Topics.PARTITIONS, replicas).configs(settings);
    }
}

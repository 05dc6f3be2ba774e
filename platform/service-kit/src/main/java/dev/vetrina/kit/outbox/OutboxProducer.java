package dev.vetrina.kit.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/** Sends batches as Kafka transactions: consumers that read committed see all of a batch or nothing. */
final class OutboxProducer implements AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final String service;
    private final ConsumerGroupMetadata receipts;

    /** Fences every producer that was opened for this service before. */
    OutboxProducer(Producer<String, byte[]> producer, String service) {
        this.producer = producer;
        this.service = service;
        this.receipts = new ConsumerGroupMetadata(OutboxProducers.receiptsOf(service));
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            close();
            throw e;
        }
    }

    /**
     * Returns when Kafka has committed the batch.
     *
     * @throws KafkaException if it is not known to be committed; the batch is then sent again by the next producer
     */
    void send(List<OutboxRows.Row> batch) {
        producer.beginTransaction();
        for (OutboxRows.Row row : batch) {
            // The commit fails if any of these sends does.
            var _ = producer.send(CloudEvents.record(row.message(), service));
        }
        Receipt receipt = Receipt.of(batch);
        producer.sendOffsetsToTransaction(
                Map.of(OutboxProducers.RECEIPT, new OffsetAndMetadata(receipt.first(), receipt.text())), receipts);
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}

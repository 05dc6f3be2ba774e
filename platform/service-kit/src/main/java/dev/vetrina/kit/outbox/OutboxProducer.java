package dev.vetrina.kit.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** Sends batches as Kafka transactions: consumers that read committed see all of a batch or nothing. */
final class OutboxProducer implements AutoCloseable {

    private final Producer<String, byte[]> producer;
    private final String source;
    private final ConsumerGroupMetadata receipts;

    /** Fences every producer that was opened for this service before. */
    OutboxProducer(Producer<String, byte[]> producer, String service) {
        this.producer = producer;
        this.source = "/" + service;
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
            var _ = producer.send(toRecord(row.message()));
        }
        Receipt receipt = Receipt.of(batch);
        producer.sendOffsetsToTransaction(
                Map.of(OutboxProducers.RECEIPT, new OffsetAndMetadata(receipt.first(), receipt.text())), receipts);
        producer.commitTransaction();
    }

    /** CloudEvents 1.0, Kafka protocol binding, binary mode. */
    private ProducerRecord<String, byte[]> toRecord(OutboxMessage message) {
        var record = new ProducerRecord<>(
                message.topic(), message.key(), message.payload().getBytes(UTF_8));
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", message.eventId().toString());
        header(record, "ce_source", source);
        header(record, "ce_type", message.type());
        header(record, "ce_time", message.occurredAt().toString());
        header(record, "ce_sequence", Long.toString(message.sequence()));
        header(record, "content-type", "application/json");
        if (message.headers() != null) {
            message.headers().lines().forEach(line -> {
                String[] nameAndValue = line.split(": ", 2);
                header(record, nameAndValue[0], nameAndValue[1]);
            });
        }
        return record;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}

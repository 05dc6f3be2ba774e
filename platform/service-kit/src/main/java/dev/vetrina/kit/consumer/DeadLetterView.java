package dev.vetrina.kit.consumer;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "DeadLetter", description = "An event that a consumer could not take, or one parked behind it")
record DeadLetterView(
        UUID id,
        String consumer,
        String topic,
        String key,
        UUID eventId,
        String type,

        @Schema(description = "FAILED: could not be taken; PARKED: waits behind one that could not")
        String state,

        String reason,
        @Schema(description = "The event as it came") String payload,
        Instant createdAt) {

    static DeadLetterView of(DeadLetter letter) {
        IncomingRecord record = letter.record();
        return new DeadLetterView(
                letter.id(),
                letter.consumer(),
                record.topic(),
                record.key(),
                record.eventId(),
                record.type(),
                letter.state(),
                letter.reason(),
                record.payload(),
                letter.createdAt());
    }
}

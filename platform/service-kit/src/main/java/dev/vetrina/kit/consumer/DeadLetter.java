package dev.vetrina.kit.consumer;

import java.time.Instant;
import java.util.UUID;

record DeadLetter(UUID id, String consumer, IncomingRecord record, String state, String reason, Instant createdAt) {}

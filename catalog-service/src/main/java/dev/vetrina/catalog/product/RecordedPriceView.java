package dev.vetrina.catalog.product;

import dev.vetrina.events.Money;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RecordedPrice", description = "An entry of the append-only price history.")
record RecordedPriceView(UUID id, String market, Money price, Instant effectiveAt, Instant recordedAt) {}

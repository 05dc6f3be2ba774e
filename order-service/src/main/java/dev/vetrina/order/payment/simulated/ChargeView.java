package dev.vetrina.order.payment.simulated;

import dev.vetrina.events.Money;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SimulatedCharge", description = "The simulated provider's own record of a payment")
record ChargeView(
        UUID paymentId,
        Money amount,
        SimulatedCharge.Status status,

        @Schema(
                description = "How often the buyer was charged: never more than once, or once a shipment if it was"
                        + " authorised first")
        int captures,

        Money capturedAmount,
        Money refundedAmount,
        Instant createdAt) {}

package dev.vetrina.order.webhook.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A way to an endpoint that this process has for a time.
 *
 * @param claim by which the database knows the claimer
 * @param failing whether the endpoint's last attempt failed
 */
record Lane(UUID endpointId, LaneKind kind, UUID claim, Instant until, boolean failing) {

    Lane until(Instant later) {
        return new Lane(endpointId, kind, claim, later, failing);
    }
}

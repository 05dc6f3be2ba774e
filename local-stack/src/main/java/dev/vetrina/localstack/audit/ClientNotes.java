package dev.vetrina.localstack.audit;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What clients were told.
 *
 * @param accepted every 201 to a placed order, repeats with the same key included
 * @param toldPaid orders of which a client was told that they are paid
 */
public record ClientNotes(List<Accepted> accepted, Set<UUID> toldPaid) {

    /** Nobody wrote anything down: the other records are compared with each other only. */
    public static final ClientNotes NONE = new ClientNotes(List.of(), Set.of());

    /** @param key the Idempotency-Key that the request carried */
    public record Accepted(String key, UUID orderId) {}

    public ClientNotes {
        accepted = List.copyOf(accepted);
        toldPaid = Set.copyOf(toldPaid);
    }
}

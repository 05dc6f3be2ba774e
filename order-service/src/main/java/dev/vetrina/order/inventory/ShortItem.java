package dev.vetrina.order.inventory;

import dev.vetrina.kit.problem.ProblemException;
import java.util.List;
import java.util.UUID;

/**
 * An item that would take more off than there is.
 *
 * @param item its place in the request, from 0
 * @param available what there is, with the other items of the request counted in
 */
record ShortItem(int item, UUID variantId, String pool, long available) {

    /** @throws ProblemException 409 that names them all, if there is one */
    static void refuse(List<ShortItem> items) {
        if (!items.isEmpty()) {
            ShortItem first = items.getFirst();
            throw ProblemException.conflict("out-of-stock", "There is less available than is to be taken off.")
                    .with("items", items)
                    .with("variantId", first.variantId())
                    .with("pool", first.pool())
                    .with("available", first.available());
        }
    }
}

package dev.vetrina.order.fulfilment;

import static dev.vetrina.order.fulfilment.PartsRows.FULFILMENTS;

import dev.vetrina.order.claim.OrderClaims;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.OrderRows;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Changes the parts of one order.
 *
 * @param keyedAnswer under which a repeat is answered, or null if the parts' own state makes it harmless
 * @param change what is done to them
 */
public record ChangeParts<R>(
        UUID orderId, Actor by, @Nullable KeyedAnswer keyedAnswer, Function<PartsChange, R> change)
        implements Draft<R> {

    public ChangeParts(UUID orderId, Actor by, Function<PartsChange, R> change) {
        this(orderId, by, null, change);
    }

    @Override
    public Optional<KeyedAnswer> underKey() {
        return Optional.ofNullable(keyedAnswer);
    }

    @Override
    public void needs(Needs needs, Batch batch) {
        need(needs, batch, orderId);
    }

    /** Asks for an order, its parts and what its lines took. */
    public static void need(Needs needs, Batch batch, UUID orderId) {
        OrderClaims.needSold(needs, batch, orderId);
        needs.add(FULFILMENTS, orderId);
    }

    @Override
    public R take(Batch batch) {
        return change.apply(new PartsChange(batch, OrderRows.get(batch, orderId), batch.row(FULFILMENTS, orderId), by));
    }
}

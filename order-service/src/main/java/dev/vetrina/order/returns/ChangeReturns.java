package dev.vetrina.order.returns;

import static dev.vetrina.order.fulfilment.PartsRows.FULFILMENTS;
import static dev.vetrina.order.returns.ReturnRows.RETURNS;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.KeyedAnswer;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.fulfilment.ChangeParts;
import dev.vetrina.order.fulfilment.PartsChange;
import dev.vetrina.order.lifecycle.Actor;
import dev.vetrina.order.lifecycle.OrderRows;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes the returns and withdrawals of one order.
 *
 * @param keyedAnswer under which a repeat is answered, or null if their own state makes it harmless
 */
record ChangeReturns(UUID orderId, Actor by, @Nullable KeyedAnswer keyedAnswer, Consumer<ReturnsChange> change)
        implements Draft<Boolean> {

    @Override
    public Optional<KeyedAnswer> underKey() {
        return Optional.ofNullable(keyedAnswer);
    }

    @Override
    public void needs(Needs needs, Batch batch) {
        ChangeParts.need(needs, batch, orderId);
        needs.add(RETURNS, orderId);
    }

    @Override
    public Boolean take(Batch batch) {
        var parts = new PartsChange(batch, OrderRows.get(batch, orderId), batch.row(FULFILMENTS, orderId), by);
        change.accept(new ReturnsChange(parts, batch.row(RETURNS, orderId)));
        return true;
    }
}

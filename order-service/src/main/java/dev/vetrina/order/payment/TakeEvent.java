package dev.vetrina.order.payment;

import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.Needs;
import java.util.Optional;
import java.util.UUID;

/** A provider's event: the command that it stands for, once. Answers empty if it was taken before. */
record TakeEvent<R>(TakenEvents.Key event, OrderDraft<R> command) implements OrderDraft<Optional<R>> {

    @Override
    public UUID orderId() {
        return command.orderId();
    }

    @Override
    public void needs(Needs needs, Batch batch) {
        command.needs(needs, batch);
        needs.add(TakenEvents.EVENTS, event);
    }

    @Override
    public Optional<R> take(Batch batch) {
        return batch.row(TakenEvents.EVENTS, event).takeNow(batch.now())
                ? Optional.of(command.take(batch))
                : Optional.empty();
    }
}

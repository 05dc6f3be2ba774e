package dev.vetrina.order.fulfilment;

import dev.vetrina.events.Money;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.order.lifecycle.OrderRefunds;
import dev.vetrina.order.lifecycle.RefundReason;
import dev.vetrina.order.lifecycle.RefundWish;
import dev.vetrina.order.lifecycle.Timeline;

/** Money that goes back to the buyer: asked for with the change from which it follows, executed after the commit. */
final class MoneyBack {

    private MoneyBack() {}

    static void cancelled(PartsChange change, Money amount) {
        giveBack(change, amount, RefundReason.CANCELLED);
    }

    static void returned(PartsChange change, Money amount) {
        giveBack(change, amount, RefundReason.RETURNED);
    }

    private static void giveBack(PartsChange change, Money amount, RefundReason reason) {
        OrderRefunds refunds = change.order().refunds();
        // Somebody may have refunded more than the goods before, out of goodwill: a buyer gets back at most what was
        // paid.
        long due = Math.min(amount.amount(), refunds.left().amount());
        if (due > 0) {
            RefundWish wish = RefundWish.bySystem(Ids.next(), new Money(due, amount.currency()), reason);
            refunds.giveBack(wish, change.batch().now())
                    .forEach(event -> Timeline.tell(change.batch(), event, change.by()));
        }
    }
}

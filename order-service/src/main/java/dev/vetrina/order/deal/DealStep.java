package dev.vetrina.order.deal;

import dev.vetrina.events.DealEvent;
import dev.vetrina.events.DealEvent.DealEnd;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.stock.VariantStock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What may happen to a deal that was armed. */
sealed interface DealStep {

    /** Returns whether it was still to be done. */
    boolean take(Batch batch, Deal deal, VariantStock stock);

    /** Its countdown has ended. */
    record Open() implements DealStep {
        @Override
        public boolean take(Batch batch, Deal deal, VariantStock stock) {
            return tell(batch, deal.open(batch.now()));
        }
    }

    /** @param sequence of the show's change */
    record Pause(Instant at, long sequence) implements DealStep {
        @Override
        public boolean take(Batch batch, Deal deal, VariantStock stock) {
            return tell(batch, deal.pause(at, sequence));
        }
    }

    /** @param sequence of the show's change */
    record Resume(Instant at, long sequence) implements DealStep {
        @Override
        public boolean take(Batch batch, Deal deal, VariantStock stock) {
            return tell(batch, deal.resume(at, sequence));
        }
    }

    /**
     * Its time is over.
     *
     * @param decision how long a purchase that was received in time may wait before it finds out whether the deal is open
     */
    record TimeOver(Duration decision) implements DealStep {
        @Override
        public boolean take(Batch batch, Deal deal, VariantStock stock) {
            return deal.hours().over(batch.now(), decision) && new Close(DealEnd.TIME_OVER).take(batch, deal, stock);
        }
    }

    /** It ends, and what is left returns. */
    record Close(DealEnd why) implements DealStep {
        @Override
        public boolean take(Batch batch, Deal deal, VariantStock stock) {
            if (!deal.status().running()) {
                return false;
            }
            batch.publish(deal.close(why, DealPool.of(stock, deal), batch.now()));
            DealPool.empty(stock, deal, batch.now());
            return true;
        }
    }

    private static boolean tell(Batch batch, Optional<DealEvent> event) {
        event.ifPresent(batch::publish);
        return event.isPresent();
    }
}

package dev.vetrina.order.deal;

import static dev.vetrina.order.stock.StockRows.STOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.events.DealEvent.AllowedDeal;
import dev.vetrina.events.DealEvent.DealRejected;
import dev.vetrina.events.DealEvent.DealRejection;
import dev.vetrina.order.commit.Batch;
import dev.vetrina.order.commit.CommitInMemory;
import dev.vetrina.order.commit.Draft;
import dev.vetrina.order.commit.Needs;
import dev.vetrina.order.stock.PointOfSale;
import dev.vetrina.order.stock.Pools;
import dev.vetrina.order.stock.StockInMemory;
import dev.vetrina.order.stock.Waiter;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a host is told whose deal asks for more units than there are. */
class ArmingShortageTest {

    private final CommitInMemory commit = new CommitInMemory(SampleDeal.NOON);

    @Test
    void tooFewUnitsAreCounted() {
        StockInMemory _ = new StockInMemory(commit, SampleDeal.VARIANT, SampleDeal.BRAND, 9);

        DealRejected rejected = shortage();

        assertThat(rejected.detail()).isEqualTo("9 of 10 units are available.");
        assertThat(rejected.allowed()).isEqualTo(new AllowedDeal(null, null, null, 9L));
    }

    /** Those of a batch in which units came back: whoever waits is served when it is written. */
    @Test
    void unitsForWhichOthersWaitAreNotNamedAsAvailable() {
        StockInMemory _ = new StockInMemory(commit, SampleDeal.VARIANT, SampleDeal.BRAND, 50);
        assertThat(commit.take(new Joins("ann"))).isTrue();

        DealRejected rejected = shortage();

        assertThat(rejected.detail()).isEqualTo("0 of 10 units are available. Others wait for what is there.");
        assertThat(rejected.allowed()).isNull();
    }

    private DealRejected shortage() {
        assertThat(commit.take(new ArmDeal(SampleDeal.sound(), Optional.empty())))
                .isFalse();
        DealRejected rejected = (DealRejected) commit.told().getLast();
        assertThat(rejected.reason()).isEqualTo(DealRejection.NOT_ENOUGH_STOCK);
        return rejected;
    }

    private record Joins(String customer) implements Draft<Boolean> {
        @Override
        public void needs(Needs needs, Batch batch) {
            needs.add(STOCK, SampleDeal.VARIANT);
        }

        @Override
        public Boolean take(Batch batch) {
            batch.row(STOCK, SampleDeal.VARIANT)
                    .join(Waiter.join(new Waiter.Wish(
                            UUID.randomUUID(),
                            SampleDeal.VARIANT,
                            SampleDeal.BRAND,
                            customer,
                            new PointOfSale("GB", null, null),
                            Pools.SHARED,
                            1,
                            Duration.ofMinutes(5),
                            batch.now())));
            return true;
        }
    }
}

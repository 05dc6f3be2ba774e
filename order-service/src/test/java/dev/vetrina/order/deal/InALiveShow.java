package dev.vetrina.order.deal;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.testkit.MovableClock;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** Each test has a show of its own that is live in GB, and ten mugs on sale at 20.00. */
@SuppressWarnings("NullAway.Init")
abstract class InALiveShow {

    @Inject
    MovableClock clock;

    Goods mug;
    Host host;

    @BeforeEach
    void goLive() {
        mug = Catalogue.onSale(2_000, 10);
        host = Host.live(clock.instant());
    }
}

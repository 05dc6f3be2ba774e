package dev.vetrina.order.coupon;

import java.util.Comparator;
import java.util.UUID;

/** How often one customer uses a campaign, under the campaign's row lock. */
final class CustomerUses {

    private final Key key;
    private long used;

    /** Which campaign, and who. */
    record Key(UUID campaignId, String customerId) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::campaignId).thenComparing(Key::customerId);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    CustomerUses(Key key, long used) {
        this.key = key;
        this.used = used;
    }

    Key key() {
        return key;
    }

    long used() {
        return used;
    }

    void change(int by) {
        used += by;
    }
}

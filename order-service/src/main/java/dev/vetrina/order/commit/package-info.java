/**
 * The group commit: everything that changes counters or orders waits here for a moment and is taken together, in arrival
 * order, in one transaction. A hot row is then locked once for up to 512 buyers instead of once for each. What the rows are,
 * this package does not know: each kind is a {@link dev.vetrina.order.commit.LockedRows} of the feature that owns it.
 */
@NullMarked
package dev.vetrina.order.commit;

import org.jspecify.annotations.NullMarked;

/**
 * Series: a session that comes again, by a subset of RFC 5545's recurrence rules and at a local time. Its days become sessions
 * some weeks ahead; from then on each is a session like any other, and one that was changed by itself is no longer changed with
 * its series. The local time stays what it is when the clocks change; one that they leave out is moved on by what they leave
 * out, and of one that comes twice the first counts, as RFC 5545 (3.3.5) and {@code java.time} do. A day is announced once,
 * whichever instance makes it: the database says so. No events of its own.
 */
@NullMarked
package dev.vetrina.live.series;

import org.jspecify.annotations.NullMarked;

/**
 * Events enter a service here: each takes effect once, in the order of its key; what can never be taken is kept as a dead
 * letter with the later events of its key parked behind it. Nothing is acknowledged and dropped.
 */
@NullMarked
package dev.vetrina.kit.consumer;

import org.jspecify.annotations.NullMarked;

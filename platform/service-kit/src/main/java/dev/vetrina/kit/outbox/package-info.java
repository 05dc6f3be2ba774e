/**
 * Events leave a service through a table written in the business transaction, so that an event is published if and only if
 * its change was committed. Order is guaranteed per key only.
 */
@NullMarked
package dev.vetrina.kit.outbox;

import org.jspecify.annotations.NullMarked;

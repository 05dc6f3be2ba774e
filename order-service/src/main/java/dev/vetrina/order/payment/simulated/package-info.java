/** A payment provider for development and the sandbox: its tokens decide the outcome, and it keeps a record of its own. */
@NullMarked
package dev.vetrina.order.payment.simulated;

import org.jspecify.annotations.NullMarked;

/**
 * A payment provider for development and the sandbox: its tokens decide the outcome, it keeps a record of its own as a real
 * one would, and sends signed webhooks if it is told where to. Where another provider is configured it is switched off, and
 * its endpoints are not found.
 */
@NullMarked
package dev.vetrina.order.payment.simulated;

import org.jspecify.annotations.NullMarked;

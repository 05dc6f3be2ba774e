/**
 * Routing by a table, and the streaming proxy to the services: limits of bodies, timeouts on every hop, forwarded headers,
 * one retry of what is safe to repeat.
 */
@NullMarked
package dev.vetrina.gateway.proxy;

import org.jspecify.annotations.NullMarked;

/**
 * Routing by a table, and the streaming proxy to the services: limits of bodies, timeouts on every hop, forwarded headers,
 * one retry of what is safe to repeat. A service may have several instances, which are asked in turn; a request goes on to the
 * next one only as long as nothing of it was sent.
 */
@NullMarked
package dev.vetrina.gateway.proxy;

import org.jspecify.annotations.NullMarked;

/**
 * What every route of the gateway shares: the order of the routes, request ids, traces, and refusals as problem documents.
 */
@NullMarked
package dev.vetrina.gateway.web;

import org.jspecify.annotations.NullMarked;

/**
 * What the way through a gateway costs: ours, nginx and Spring Cloud Gateway in turns before one service that does nothing
 * but answer a kilobyte. Ours checks tokens and limits meanwhile, the others check nothing.
 */
@NullMarked
package dev.vetrina.localstack.bench.gateway;

import org.jspecify.annotations.NullMarked;

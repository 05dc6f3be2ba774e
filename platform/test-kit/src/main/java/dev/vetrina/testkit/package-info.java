/**
 * What every service's tests stand on: real servers, minted tokens, a REST request and a look into Kafka's topics.
 * Domain-free, and never part of a packaged service.
 */
@NullMarked
package dev.vetrina.testkit;

import org.jspecify.annotations.NullMarked;

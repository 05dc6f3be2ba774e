/**
 * The whole system on one machine: PostgreSQL, Kafka, an identity server and the four services, each a process. What is
 * started here ends with its launcher, however that ends, and data is kept between starts.
 */
@NullMarked
package dev.vetrina.localstack.stack;

import org.jspecify.annotations.NullMarked;

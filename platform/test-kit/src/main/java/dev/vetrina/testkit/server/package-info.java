/**
 * Real PostgreSQL 18 and Kafka 4.1.1: in containers where a Docker engine answers, otherwise as plain processes that need
 * nothing installed. The embedded ones also carry the local stack, so they keep ports and data over restarts and never
 * leave a process behind that a later start could mistake for its own.
 */
@NullMarked
package dev.vetrina.testkit.server;

import org.jspecify.annotations.NullMarked;

/**
 * Who watches: every second each gateway tells {@code live.presence} how many viewers each of its channels has and who
 * joined. Gauges, so a lost report costs a second of watch time and nothing else; nothing here ever waits for Kafka.
 *
 * <p>Events out: {@code presence.reported.v1}.
 */
@NullMarked
package dev.vetrina.gateway.presence;

import org.jspecify.annotations.NullMarked;

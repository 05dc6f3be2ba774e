/**
 * What viewers do besides chatting and buying: reactions, and looks at products. Nothing of it is kept or relayed singly. Each instance
 * counts in memory in windows of a second and tells {@code live.engagement} of each window; what it has not told yet is lost if it
 * is killed, at most a second, and told if it is stopped. A window is told until Kafka has it, and counts once. Only what
 * happens in time that counts is counted: see {@code live.counting}. Gateways count reactions that are like those this service has just
 * taken, and tell of them in the same way (ADR 24).
 *
 * <p>Events in and out: {@code engagement.counted.v1}.
 */
@NullMarked
package dev.vetrina.live.engagement;

import org.jspecify.annotations.NullMarked;

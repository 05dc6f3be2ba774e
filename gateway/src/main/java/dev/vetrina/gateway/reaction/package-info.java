/**
 * Reactions, counted at the edge. Hundreds a second come to a room and each is worth no more than one in a total, so that asking
 * live-session-service for each costs more than everything else that a room does.
 *
 * <p>The service still decides, by precedent: a reaction goes to it unless it has taken one of this viewer in this session in
 * the last half minute, and the very same one in this session, of anybody, in the last second. So it is the service that
 * knows who may watch, which markets and kinds there are and whether the session is on air, and it is at most so much later
 * that a change of that is felt. Whatever is unusual in a request, a ticket or a body that was never taken, is its to answer.
 *
 * <p>What is counted here is told to {@code live.engagement} in windows of a second, as the service's own instances tell theirs,
 * again and again until Kafka has it; what is not told yet is lost with a gateway that is killed, as a rule a second.
 *
 * <p>Events out: {@code engagement.counted.v1}.
 */
@NullMarked
package dev.vetrina.gateway.reaction;

import org.jspecify.annotations.NullMarked;

/**
 * Who wants to know: customers who follow a creator or want to be reminded of one session. Of a session that is announced,
 * put off, about to start or live they are told once a start, whatever is repeated; who sends that on, by e-mail or push, is
 * no business of this service. A telling goes through its audience some customers a transaction, on any instance, and goes
 * on where it stopped. A rehearsal, and what not everybody may see, is told to nobody. Events in: {@code live.sessions};
 * out: {@code reminder.due.v1} on {@code live.notifications}.
 */
@NullMarked
package dev.vetrina.live.follow;

import org.jspecify.annotations.NullMarked;

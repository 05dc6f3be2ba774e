/**
 * Shows after their end, and what was shown where: a replay has the recording, its chapters and the products as they can be
 * bought today; a showing is a session in which a product was on screen. Both follow from the timeline. The chat has its
 * own history, by the same offsets.
 */
@NullMarked
package dev.vetrina.live.replay;

import org.jspecify.annotations.NullMarked;

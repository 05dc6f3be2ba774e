/**
 * Invitations to sessions that are by invitation: codes that are passed on, and the passes that viewers get for them, signed in
 * or not. Codes and passes are kept as digests only. A code that is full or too old lets nobody in any more; one that is rotated
 * or revoked also takes its passes along, and whoever watches then is not let in again. Wrong codes are counted by session and
 * sender, in the database, so that all instances count together. No events.
 */
@NullMarked
package dev.vetrina.live.invite;

import org.jspecify.annotations.NullMarked;

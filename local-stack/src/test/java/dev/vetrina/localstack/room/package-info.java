/**
 * A room with several gateways and several instances of live-session-service, of which one after another is killed. Every viewer
 * keeps a record of what the feed told it, and the record is held against the session's timeline.
 */
@NullMarked
package dev.vetrina.localstack.room;

import org.jspecify.annotations.NullMarked;

/**
 * Other programs that tell many viewers the same, given the frames that came out of our own feed: as many, as large, at the
 * same distances. Each is found where it is installed or not measured at all; each ends with the launcher.
 */
@NullMarked
package dev.vetrina.localstack.bench.room.peer;

import org.jspecify.annotations.NullMarked;

/**
 * Identifiers: UUIDv7, in the order of their making.
 */
@NullMarked
package dev.vetrina.kit.id;

import org.jspecify.annotations.NullMarked;

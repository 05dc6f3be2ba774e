/** Statements that take many rows in one round trip. */
@NullMarked
package dev.vetrina.kit.sql;

import org.jspecify.annotations.NullMarked;

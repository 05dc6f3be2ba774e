/** Statements that take many rows: at once, or some at a time. */
@NullMarked
package dev.vetrina.kit.sql;

import org.jspecify.annotations.NullMarked;

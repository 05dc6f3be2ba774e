/**
 * Errors as RFC 9457 problem documents with a stable {@code code}: the one place where an exception becomes an answer.
 */
@NullMarked
package dev.vetrina.kit.problem;

import org.jspecify.annotations.NullMarked;

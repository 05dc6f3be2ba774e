/**
 * A POST with an {@code Idempotency-Key} takes effect once; a repeat gets the stored answer.
 */
@NullMarked
package dev.vetrina.kit.idempotency;

import org.jspecify.annotations.NullMarked;

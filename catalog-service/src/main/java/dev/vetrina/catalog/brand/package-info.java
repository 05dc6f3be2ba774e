/**
 * Brands: the traders whose goods are shown and sold, known by their legal identity before anything of theirs is listed.
 *
 * <p>Invariants: only an operator registers, suspends or reinstates a brand; nothing of a suspended brand can be published
 * or shown.
 *
 * <p>Events in: none. Events out: {@code brand.changed.v1}.
 */
@NullMarked
package dev.vetrina.catalog.brand;

import org.jspecify.annotations.NullMarked;

/** The catalogue as a whole: its tests' common ground and the rules of its architecture. */
@NullMarked
package dev.vetrina.catalog;

import org.jspecify.annotations.NullMarked;

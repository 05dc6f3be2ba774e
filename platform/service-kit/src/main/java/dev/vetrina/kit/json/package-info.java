/**
 * What JSON a service accepts: strictly what its records say.
 */
@NullMarked
package dev.vetrina.kit.json;

import org.jspecify.annotations.NullMarked;

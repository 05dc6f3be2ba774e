/** Tests of the service as a whole. */
@NullMarked
package dev.vetrina.order;

import org.jspecify.annotations.NullMarked;

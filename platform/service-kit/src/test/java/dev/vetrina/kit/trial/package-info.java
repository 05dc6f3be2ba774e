/** A service that exists only for the kit's tests: things to create, change and list, and consumers of events. */
@NullMarked
package dev.vetrina.kit.trial;

import org.jspecify.annotations.NullMarked;

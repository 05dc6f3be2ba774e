/** What an instance keeps in its own memory. */
@NullMarked
package dev.vetrina.kit.cache;

import org.jspecify.annotations.NullMarked;

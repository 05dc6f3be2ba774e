/** The rules that every service's ArchitectureTest applies to its own classes. */
@NullMarked
package dev.vetrina.testkit.architecture;

import org.jspecify.annotations.NullMarked;

/** One instance a JVM, whichever class loader asks. */
@NullMarked
package dev.vetrina.testkit.jvm;

import org.jspecify.annotations.NullMarked;

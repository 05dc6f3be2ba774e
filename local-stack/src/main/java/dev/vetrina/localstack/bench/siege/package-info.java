/**
 * What other clients notice of hostile ones: {@code bench siege}. Thousands of connections on which nothing is said, heads that
 * never end and bodies that hardly come, one after another, and beside them one client that reads as if nothing were.
 */
@NullMarked
package dev.vetrina.localstack.bench.siege;

import org.jspecify.annotations.NullMarked;

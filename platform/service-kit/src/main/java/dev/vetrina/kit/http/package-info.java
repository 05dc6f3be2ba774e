/**
 * Conventions of the REST API: pages and cursors, entity tags and preconditions, request ids.
 */
@NullMarked
package dev.vetrina.kit.http;

import org.jspecify.annotations.NullMarked;

/**
 * A client of the public REST API, as a partner would write one: it repeats what may be repeated, with the same key, and
 * leaves alone what may not.
 */
@NullMarked
package dev.vetrina.localstack.http;

import org.jspecify.annotations.NullMarked;

/**
 * How often one caller may ask: by address before a token is looked at, by user and client after it. Buckets are this
 * instance's own, or shared between instances in a store that nobody has to wait for.
 */
@NullMarked
package dev.vetrina.gateway.limit;

import org.jspecify.annotations.NullMarked;

/**
 * A live show of several brands over the public REST API and nothing else: viewers on the feed, buyers who press at once
 * and repeat what failed with the same key, payments of every outcome. Afterwards everything that was answered is looked
 * up again, and the invariants are computed from what was found.
 */
@NullMarked
package dev.vetrina.localstack.demo;

import org.jspecify.annotations.NullMarked;

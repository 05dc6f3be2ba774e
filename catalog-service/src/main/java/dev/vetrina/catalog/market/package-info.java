/**
 * Markets: countries with their currency, tax treatment and languages, rolled out stage by stage.
 *
 * <p>Invariants: a stage follows another only as {@link dev.vetrina.catalog.market.Stage} says; a change of stage takes
 * effect at least two seconds ahead, so that every view has heard of it and all switch by the clock.
 *
 * <p>Events in: none. Events out: {@code market.changed.v1}.
 */
@NullMarked
package dev.vetrina.catalog.market;

import org.jspecify.annotations.NullMarked;

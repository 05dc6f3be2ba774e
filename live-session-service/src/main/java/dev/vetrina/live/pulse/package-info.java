/**
 * The lane of a feed that may be dropped, as the features fill it: {@code Gauge} is a figure of which the newest counts,
 * {@code Happenings} are small things that are told once. The feed collects both four times a second and writes one frame.
 */
@NullMarked
package dev.vetrina.live.pulse;

import org.jspecify.annotations.NullMarked;

/**
 * Giveaways of a live session: viewers enter once each, and the winners are drawn so that anybody can check it. The hash of a
 * random seed is told before anybody can enter; at the close the entries are frozen and their hash is told; the draw tells
 * the seed, and winners follow from seed and entries by a fixed rule ({@code Draw}, ADR 18). Steps are made by the clock, on
 * whichever instance gets to them first, each with its fact in the same transaction. Whoever runs the show then cannot enter.
 */
@NullMarked
package dev.vetrina.live.giveaway;

import org.jspecify.annotations.NullMarked;

/**
 * What a session brought: orders counted once each by the inbox, viewers from presence. An order that is paid after it expired
 * counts as paid alone, and so does one that is cancelled after it was paid. Units, GMV, products and buyers are those of the lines that a
 * show sold, of whichever order. Ratios are sums over sums, null is not zero, paid is not placed. Events in: {@code orders}.
 */
@NullMarked
package dev.vetrina.live.statistics;

import org.jspecify.annotations.NullMarked;

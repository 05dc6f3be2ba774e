/**
 * What a session brought: orders counted once each by the inbox, viewers from presence. An order that is paid after it expired
 * counts as paid alone, and so does one that is cancelled after it was paid. Units, GMV, products and buyers are those of the lines that a
 * show sold, of whichever order. By minute, market, brand and product, each thing belongs to the minute in which it happened, and an order
 * counts once in each scope. A brand sees what is its own. Ratios are sums over sums, null is not zero, paid is not placed. Events in: {@code orders},
 * {@code live.chat}.
 */
@NullMarked
package dev.vetrina.live.statistics;

import org.jspecify.annotations.NullMarked;

/**
 * What a session brought: orders counted once each by the inbox, viewers from presence. An order that is paid after it expired
 * counts as paid alone, and so does one that is cancelled after it was paid. Ratios are sums over sums, null is not zero, paid is not placed. Events in: {@code orders}.
 */
@NullMarked
package dev.vetrina.live.statistics;

import org.jspecify.annotations.NullMarked;

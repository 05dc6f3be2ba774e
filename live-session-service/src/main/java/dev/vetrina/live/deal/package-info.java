/**
 * Deals of a live session: its host asks for one, order-service decides about it by its own clock. Here a deal is a view: its
 * status follows order-service's events alone (a table in {@code DealStatus}), only a higher sequence counts, and nothing
 * is decided or timed here. Only a deal that was armed is shown to anybody but its host. Each event that is news becomes a
 * fact of the feed in the transaction that takes it, rejections excepted; how many units are left is in the pulse. Events out: {@code deal.requested.v1},
 * {@code deal.withdrawn.v1} on {@code live.sessions}. Events in: {@code stock.deals}, {@code stock.levels}.
 */
@NullMarked
package dev.vetrina.live.deal;

import org.jspecify.annotations.NullMarked;

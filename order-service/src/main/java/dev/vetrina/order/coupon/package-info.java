/**
 * Coupon campaigns: what they take off, who pays for it, for whom and how often they may be used. Invariants: a campaign is used by no
 * more orders than its quota, and no customer uses it more often than theirs; an order counts exactly while it may still be paid or was
 * paid; a campaign that was ended is used by no order that is placed after the answer. Only orders that use a campaign lock its row.
 * Events: none; what was taken off is in the order's.
 */
@NullMarked
package dev.vetrina.order.coupon;

import org.jspecify.annotations.NullMarked;

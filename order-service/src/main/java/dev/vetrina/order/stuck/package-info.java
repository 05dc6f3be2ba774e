/**
 * Work that has not moved in its time, for operators: what is stuck, since when and why, and a way to try it again at once.
 * Reads the orders' payments and parts; changes nothing but when they are looked at next.
 */
@NullMarked
package dev.vetrina.order.stuck;

import org.jspecify.annotations.NullMarked;

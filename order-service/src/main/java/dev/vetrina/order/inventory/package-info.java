/**
 * Stock as brands see and adjust it. Events in: {@code variant.stock-declared}; out: {@code stock.level-changed}.
 */
@NullMarked
package dev.vetrina.order.inventory;

import org.jspecify.annotations.NullMarked;

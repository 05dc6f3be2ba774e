/**
 * The live sessions in which orders are placed: a view. Events in: {@code session.changed}.
 */
@NullMarked
package dev.vetrina.order.session;

import org.jspecify.annotations.NullMarked;

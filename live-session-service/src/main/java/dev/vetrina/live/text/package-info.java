/**
 * Text that strangers write and others read: {@code PlainText} takes out of it what cannot be seen or spoils the screen, {@code Links} and
 * {@code Keywords} find what is meant however it is spelled. All of them compare what a text looks like, not its code points.
 */
@NullMarked
package dev.vetrina.live.text;

import org.jspecify.annotations.NullMarked;

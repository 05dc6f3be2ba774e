/**
 * What is given up first when there is more than can be done: browsing, then changes, last of all what buys. The feed costs no
 * service anything and is never given up here.
 */
@NullMarked
package dev.vetrina.gateway.shedding;

import org.jspecify.annotations.NullMarked;

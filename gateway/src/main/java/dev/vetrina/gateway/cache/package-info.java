/**
 * Answers to anonymous GETs, kept for a moment and given to everybody who asks for the same.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>Only a GET or HEAD of {@link dev.vetrina.gateway.cache.CacheableRoutes}, without any credential, is answered from here, and
 *       the service is asked without any: nothing personal comes in or goes out. What a service marks as not for all
 *       ({@code no-store}, {@code private}, a cookie, a {@code Vary} beyond the language) is proxied for each.
 *   <li>Of equal requests one is made; who waits for it gets its answer, or its failure. Failures are never kept.
 *   <li>The entity tag names the bytes, not the row: pins, prices and time change an answer whose version stays. It begins with
 *       the service's own tag, and is taken for that in {@code If-Match}.
 * </ul>
 *
 * <p>What buyers and checkout must see alike, prices and the stages of markets, is announced at least 2 s ahead, and no answer
 * given here may outlive such a switch. Two rules together see to it. An answer that was made after the announcement says by
 * {@link dev.vetrina.kit.http.Freshness} how long it holds. One that was made before it cannot know; it is given for at most
 * {@link dev.vetrina.gateway.cache.Lifetime#NOTICED} after it was asked for, whether the service is well or away: less than the
 * announcement's 2 s by the half second in which an event reaches a service's view. Both count from when the service was asked,
 * and bind those who waited for the answer, too. What clients are told by {@code max-age} ends no later.
 */
@NullMarked
package dev.vetrina.gateway.cache;

import org.jspecify.annotations.NullMarked;

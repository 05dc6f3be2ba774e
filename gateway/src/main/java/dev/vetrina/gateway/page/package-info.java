/**
 * What a screen needs of a session, in one answer: the session, its lineup with the prices and availability of one market, and the
 * statistics that the caller may see.
 *
 * <p>Invariants: the services are asked at once, with the caller's own credentials and nothing else, so a page never shows what
 * the caller could not read part by part. The session is the main part: its refusal is the answer. Any other part may be missing,
 * after its own time limit, and the answer says which and why. A page asked for without credentials is shared like any public answer
 * (package cache), one with them never.
 */
@NullMarked
package dev.vetrina.gateway.page;

import org.jspecify.annotations.NullMarked;

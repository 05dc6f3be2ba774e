/**
 * Who of the platform's own people did what: every operation that changes something and is called with the role operator or
 * finance leaves an entry, whoever's the object is. The entry is written before the operation begins, in a transaction of its
 * own, so that nothing is done without one, however many transactions the operation has and on whatever thread they run; if it
 * cannot be written, the operation is not done. Its outcome is added once the operation has answered.
 *
 * <p>An entry names the caller, the operation, ids, the request's id and the outcome: never what was sent. Entries are kept
 * for two years; until then the database refuses to change or delete one.
 */
@NullMarked
package dev.vetrina.kit.audit;

import org.jspecify.annotations.NullMarked;

/**
 * How fast the system sells: {@code bench checkout}. Buyers press at once for fewer units than there are of them, through
 * the gateway, and pay; in turns with that, on the same PostgreSQL, one transaction at a time sells from one row. What was
 * sold is then audited: the database, the events, the provider's own record and what buyers were told must agree.
 */
@NullMarked
package dev.vetrina.localstack.bench.checkout;

import org.jspecify.annotations.NullMarked;

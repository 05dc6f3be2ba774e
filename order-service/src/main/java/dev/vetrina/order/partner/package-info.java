/**
 * Partners' machines: an operator gives a brand a client of its own at the identity provider, with scopes and, if wanted, a webhook
 * endpoint, and takes it away again. The provider is asked outside of transactions, and by an id that is ours: whatever a lost
 * answer left half done is finished by a repeat. Invariant: a secret is in no table of ours and in no stored answer. Neither
 * consumes nor publishes events.
 */
@NullMarked
package dev.vetrina.order.partner;

import org.jspecify.annotations.NullMarked;

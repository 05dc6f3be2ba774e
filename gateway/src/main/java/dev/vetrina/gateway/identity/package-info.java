/**
 * Access tokens, checked before anything is sent to a service. The services check them again: no service trusts a header
 * that the gateway sets.
 */
@NullMarked
package dev.vetrina.gateway.identity;

import org.jspecify.annotations.NullMarked;

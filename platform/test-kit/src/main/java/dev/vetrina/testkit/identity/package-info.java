/**
 * A small OpenID Connect provider with the claims that Vetrina reads, and tokens for tests, well-meant and hostile. For
 * tests and for the local stack only: it believes whatever accounts it is given.
 */
@NullMarked
package dev.vetrina.testkit.identity;

import org.jspecify.annotations.NullMarked;

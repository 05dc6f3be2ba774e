/**
 * Every operation of the API's document is called by those who must not: with no token, a spoilt one, one of each role that may
 * not, one without its scope, one of another tenant, who also asks for what is hidden from it. What is called comes from the
 * document that the gateway serves, so that a new operation is called, too; what it is called with comes from one tenant that
 * really has one of everything.
 */
@NullMarked
package dev.vetrina.localstack.access;

import org.jspecify.annotations.NullMarked;

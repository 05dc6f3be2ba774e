/**
 * Who is calling, as the verified access token says. Every service and the gateway verify tokens themselves; a token that
 * was verified less than a minute ago, and has not ended since, is not verified again.
 */
@NullMarked
package dev.vetrina.kit.security;

import org.jspecify.annotations.NullMarked;

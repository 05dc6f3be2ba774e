/**
 * Who is calling, as the verified access token says.
 */
@NullMarked
package dev.vetrina.kit.security;

import org.jspecify.annotations.NullMarked;

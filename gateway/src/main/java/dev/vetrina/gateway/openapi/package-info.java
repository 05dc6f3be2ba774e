/** The document of the whole API, for programs at {@code /openapi.json} and {@code /openapi.yaml}, for people at {@code /docs}. */
@NullMarked
package dev.vetrina.gateway.openapi;

import org.jspecify.annotations.NullMarked;

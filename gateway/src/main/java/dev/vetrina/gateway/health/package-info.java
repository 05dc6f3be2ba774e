/** Whether this gateway can serve, and what it sees of the services behind it. */
@NullMarked
package dev.vetrina.gateway.health;

import org.jspecify.annotations.NullMarked;

/**
 * The one REST API in front of the services, and the edge of the live feed. It keeps no data: any number of gateways may
 * run beside each other.
 */
@NullMarked
package dev.vetrina.gateway;

import org.jspecify.annotations.NullMarked;

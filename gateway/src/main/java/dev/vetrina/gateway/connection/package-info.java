/**
 * Connections before they are requests: how many there may be, and how long a head or a body may take. What is malformed is
 * refused here. For HTTP/1 it stands in Netty's pipelines, before a route sees anything: Vert.x has no setting for it. For HTTP/2
 * it is a route.
 */
@NullMarked
package dev.vetrina.gateway.connection;

import org.jspecify.annotations.NullMarked;

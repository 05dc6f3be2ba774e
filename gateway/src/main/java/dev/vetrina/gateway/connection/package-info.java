/**
 * Connections before they are requests: how many there may be, and how long a head or a body may take. What is malformed is
 * refused here, before a route sees it. It stands in Netty's pipelines, where Vert.x has no setting for it.
 */
@NullMarked
package dev.vetrina.gateway.connection;

import org.jspecify.annotations.NullMarked;

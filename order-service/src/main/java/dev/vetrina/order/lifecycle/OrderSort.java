package dev.vetrina.order.lifecycle;

/** How a list of orders goes on. */
enum OrderSort {
    OLDEST,
    NEWEST
}

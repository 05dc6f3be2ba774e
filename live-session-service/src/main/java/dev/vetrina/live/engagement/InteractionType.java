package dev.vetrina.live.engagement;

/** How a viewer came to look at a product. */
enum InteractionType {
    /** It was on the viewer's screen. */
    IMPRESSION,
    /** The viewer opened it. */
    CLICK
}

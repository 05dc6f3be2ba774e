package dev.vetrina.order.coupon;

/** How a coupon says what it takes off. */
enum CouponKind {
    FIXED,
    PERCENTAGE
}

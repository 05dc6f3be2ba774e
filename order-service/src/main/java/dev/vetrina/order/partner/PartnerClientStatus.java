package dev.vetrina.order.partner;

enum PartnerClientStatus {
    /** Asked for, and perhaps there at the identity provider: the same request again finishes it. */
    PENDING,
    ACTIVE,
    /** Gone at the identity provider; a token that it was given lives for five minutes at most. */
    REVOKED
}

package dev.vetrina.order.partner;

enum PartnerClientStatus {
    /** Asked for, and perhaps there at the identity provider: the same request again finishes it. */
    PENDING,
    ACTIVE,
    /** It gets no token any more; one that it was given lives for five minutes at most. */
    REVOKED
}

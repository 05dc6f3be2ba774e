package dev.vetrina.order.payment.stripe;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our ids as Stripe keeps them. */
final class StripeMetadata {

    static final String INSTALLATION = "vetrina_installation";
    static final String PAYMENT = "payment_id";
    static final String ORDER = "order_id";
    static final String REFUND = "refund_id";

    private StripeMetadata() {}

    /** The id, if the object carries our mark and has it. */
    static Optional<UUID> id(@Nullable Map<String, String> metadata, String name, String installation) {
        if (metadata == null || !installation.equals(metadata.get(INSTALLATION))) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(metadata.get(name)).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

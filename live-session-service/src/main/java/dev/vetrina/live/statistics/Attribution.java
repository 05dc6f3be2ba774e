package dev.vetrina.live.statistics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SalesAttribution", description = "Why a sale counts for a session")
record Attribution(
        Model model,

        @Schema(description = "How long after the session's end an order still counts")
        int windowSeconds) {

    /** What order-service does: it takes no order for a session that is over. */
    static final Attribution DECLARED = new Attribution(Model.LAST_TOUCH, 0);

    enum Model {
        /** The session from which the line was bought, whatever the buyer watched before. */
        LAST_TOUCH
    }
}

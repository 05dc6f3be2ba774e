package dev.vetrina.live.statistics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SalesAttribution", description = "Why a sale counts for a session")
record Attribution(
        Model model,

        @Schema(description = "How long after the session's end an order that is placed still counts")
        int windowSeconds) {

    static Attribution lastTouch(int windowSeconds) {
        return new Attribution(Model.LAST_TOUCH, windowSeconds);
    }

    @Schema(name = "AttributionModel")
    enum Model {
        /** The session from which the line was bought, whatever the buyer watched before. */
        LAST_TOUCH
    }
}

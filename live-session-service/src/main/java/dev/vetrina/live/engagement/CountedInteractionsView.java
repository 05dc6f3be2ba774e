package dev.vetrina.live.engagement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "CountedInteractions")
record CountedInteractionsView(
        @Schema(
                description =
                        "How many of them count: one of a kind a product, viewer and minute, of products in the lineup")
        int counted) {}

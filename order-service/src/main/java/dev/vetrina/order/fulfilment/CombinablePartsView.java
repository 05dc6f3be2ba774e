package dev.vetrina.order.fulfilment;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "CombinableFulfilments",
        description =
                "Parts of one brand, for one customer and one address, with what is neither shipped nor cancelled")
record CombinablePartsView(
        @Schema(description = "As the request of a combined shipment takes them, oldest first; at most as many")
        List<PartUnits> fulfilments) {}

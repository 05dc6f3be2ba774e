package dev.vetrina.order.fulfilment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a part is, or can be, in a parcel with others. */
@Schema(name = "FulfilmentUnits", description = "Units of one brand's part of an order")
record PartUnits(
        @NotNull UUID fulfilmentId,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid LineUnits> lines) {

    /** Everything that is neither shipped nor cancelled. */
    static PartUnits open(Fulfilment part) {
        return new PartUnits(
                part.id(),
                part.open().entrySet().stream()
                        .map(line -> new LineUnits(line.getKey(), line.getValue()))
                        .toList());
    }
}

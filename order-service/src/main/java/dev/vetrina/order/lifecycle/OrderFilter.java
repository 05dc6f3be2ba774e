package dev.vetrina.order.lifecycle;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which orders a list shows; what is absent does not matter. */
class OrderFilter {

    @QueryParam("status")
    @Parameter(description = "Only those in this state")
    @Nullable
    OrderStatus status;

    @QueryParam("fulfilmentStatus")
    @Parameter(description = "Only those with a part in this state; for a brand, its own")
    @Nullable
    FulfilmentStatus fulfilmentStatus;

    @QueryParam("sessionId")
    @Parameter(description = "Only those placed in this show, or with a line of it")
    @Nullable
    UUID sessionId;

    @QueryParam("variantId")
    @Parameter(description = "Only those with a line of this variant")
    @Nullable
    UUID variantId;

    @QueryParam("dealId")
    @Parameter(description = "Only those with a line of this deal")
    @Nullable
    UUID dealId;

    @QueryParam("placedFrom")
    @Parameter(description = "Only those placed then or later")
    @Nullable
    Instant placedFrom;

    @QueryParam("placedTo")
    @Parameter(description = "Only those placed before")
    @Nullable
    Instant placedTo;

    @QueryParam("test")
    @DefaultValue("false")
    @Parameter(description = "True: only test orders of the sandbox; otherwise none of them")
    boolean test;

    @QueryParam("sort")
    @DefaultValue("OLDEST")
    @Parameter(description = "Which come first; a cursor goes on in the order in which it was given")
    OrderSort sort = OrderSort.OLDEST;
}

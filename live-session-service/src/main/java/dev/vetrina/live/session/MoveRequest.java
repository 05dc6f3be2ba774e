package dev.vetrina.live.session;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "MoveInLineup", description = "Names either the product before which it goes, or the one after which")
record MoveRequest(
        @NotNull UUID productId,
        @Nullable UUID beforeProductId,
        @Nullable UUID afterProductId) {

    /** @throws ProblemException 422 {@code invalid-input} */
    Move move() {
        UUID anchor = beforeProductId == null ? afterProductId : beforeProductId;
        if (anchor == null) {
            throw ProblemException.invalid("beforeProductId", "must be present, or else afterProductId");
        }
        if (beforeProductId != null && afterProductId != null) {
            throw ProblemException.invalid("afterProductId", "must be absent if beforeProductId is present");
        }
        if (anchor.equals(productId)) {
            throw ProblemException.invalid(
                    beforeProductId == null ? "afterProductId" : "beforeProductId", "must be another product");
        }
        return new Move(productId, anchor, beforeProductId != null);
    }
}

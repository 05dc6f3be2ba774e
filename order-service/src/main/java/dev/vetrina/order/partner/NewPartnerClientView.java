package dev.vetrina.order.partner;

import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.idempotency.ShownOnce;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewPartnerClient")
record NewPartnerClientView(
        UUID id,
        PartnerClientView client,

        @Schema(description = "Shown this once: a repeat of the request does not tell it any more") @Nullable
        String clientSecret,

        @Schema(description = "With which its webhooks are signed. Shown this once, too") @Nullable
        String webhookSecret)
        implements Identified, ShownOnce {

    @Override
    public NewPartnerClientView toKeep() {
        return new NewPartnerClientView(id, client, null, null);
    }
}

package dev.vetrina.order.partner;

import dev.vetrina.kit.security.Scopes;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "PartnerClientRequest")
record PartnerClientRequest(
        @NotNull UUID brandId,

        @Schema(description = "What people call it: the system that will use it", examples = "ACME warehouse")
        @NotBlank
        @Size(max = 100)
        String name,

        @Schema(description = "What it may do: no more than the system needs") @NotNull @Size(min = 1, max = 20)
        List<@NotNull @Pattern(regexp = SCOPE, message = "must be one of the scopes of the API's document") String>
                scopes,

        @Schema(description = "Its first webhook endpoint; absent: none") @Nullable @Valid
        Webhook webhook) {

    /** Not those of the platform's own accounting. */
    private static final String SCOPE = "^(" + Scopes.CATALOG_READ + "|" + Scopes.CATALOG_WRITE + "|"
            + Scopes.INVENTORY_READ + "|" + Scopes.INVENTORY_WRITE + "|" + Scopes.ORDERS_READ + "|"
            + Scopes.FULFILMENT_WRITE + "|" + Scopes.PROMOTIONS_WRITE + "|"
            + Scopes.STATISTICS_READ + "|" + Scopes.WEBHOOKS_MANAGE + "|" + Scopes.SANDBOX_WRITE + "|"
            + Scopes.FINANCE_READ + ")$";

    @Schema(name = "PartnerWebhookRequest")
    record Webhook(
            @NotNull @Size(min = 1, max = 2000) String url,

            @Schema(description = "Which events it is sent", examples = "[\"order.paid\"]")
            @NotNull
            @Size(min = 1, max = 50)
            List<@NotNull @Size(max = 100) String> eventTypes) {}

    String strippedName() {
        return name.strip();
    }

    List<String> wantedScopes() {
        return scopes.stream().distinct().sorted().toList();
    }
}

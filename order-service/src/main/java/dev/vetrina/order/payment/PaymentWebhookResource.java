package dev.vetrina.order.payment;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.payment.provider.PaymentProvider;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where payment providers tell what happened. They have no token of ours: their signature over the raw body is checked. */
@Path("/v1/payment-webhooks/{provider}")
@RunOnVirtualThread
@PermitAll
@Tag(name = "Payment webhooks")
class PaymentWebhookResource {

    private static final int LARGEST_EVENT = 256 * 1024;

    private final PaymentProviders providers;
    private final Webhooks webhooks;

    PaymentWebhookResource(PaymentProviders providers, Webhooks webhooks) {
        this.providers = providers;
        this.webhooks = webhooks;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "receivePaymentEvent",
            summary = "An event of a payment provider",
            description =
                    "Signed by the provider; 400 `webhook-signature-invalid` otherwise. An event that comes again, or"
                            + " late, changes nothing. 503 asks the provider to send it again. At most 256 KiB.")
    public void receive(
            @PathParam("provider") String provider,
            @Context HttpHeaders headers,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema =
                                                    @Schema(
                                                            type =
                                                                    org.eclipse.microprofile.openapi.annotations.enums
                                                                            .SchemaType.OBJECT)))
                    byte[] body) {
        PaymentProvider sender =
                providers.find(provider).orElseThrow(() -> ProblemException.notFound("payment provider", provider));
        if (body == null || body.length > LARGEST_EVENT) {
            throw ProblemException.of(413, "body-too-large", "The body is larger than allowed", "At most 256 KiB.");
        }
        webhooks.take(sender.name(), sender.webhook(body, headers::getHeaderString));
    }
}

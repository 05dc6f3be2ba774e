package dev.vetrina.order.payment.stripe;

import java.util.UUID;

/** Objects in the shape of Stripe's API reference. */
final class StripeObjects {

    static final String INTENT = "pi_3MtwBwLkdIwHu7ix28a3tqPa";

    private StripeObjects() {}

    static String intent(UUID paymentId, String status, long received) {
        return intent(paymentId, status, received, "null");
    }

    static String intent(UUID paymentId, String status, long received, String nextAction) {
        return """
                {
                  "id": "%s", "object": "payment_intent", "amount": 2000, "amount_capturable": 0,
                  "amount_details": {"tip": {}}, "amount_received": %d, "application": null,
                  "automatic_payment_methods": {"enabled": true, "allow_redirects": "never"},
                  "canceled_at": null, "cancellation_reason": null, "capture_method": "automatic",
                  "client_secret": "%s_secret_YrKJUKribcBjcG8HVhfZluoGH", "confirmation_method": "automatic",
                  "created": 1680800504, "currency": "gbp", "customer": null, "description": null,
                  "last_payment_error": null, "latest_charge": null, "livemode": false,
                  "metadata": {"vetrina_installation": "default", "payment_id": "%s"},
                  "next_action": %s, "payment_method": "pm_1", "payment_method_types": ["card"], "status": "%s"
                }""".formatted(INTENT, received, INTENT, paymentId, nextAction, status);
    }

    static String redirect(String url) {
        return """
                {"type": "redirect_to_url", "redirect_to_url": {"url": "%s", "return_url": "https://shop.example/back"}}
                """.formatted(url);
    }

    static String refund(UUID paymentId, UUID refundId, String status) {
        return """
                {
                  "id": "re_1Nispe2eZvKYlo2Cd31jOCgZ", "object": "refund", "amount": 500, "balance_transaction": null,
                  "charge": "ch_1", "created": 1692942318, "currency": "gbp", "destination_details": null,
                  "failure_reason": %s,
                  "metadata": {"vetrina_installation": "default", "payment_id": "%s", "refund_id": "%s"},
                  "payment_intent": "%s", "reason": null, "receipt_number": null, "status": "%s"
                }""".formatted(
                status.equals("failed") ? "\"expired_or_canceled_card\"" : "null", paymentId, refundId, INTENT, status);
    }

    static String list(String... objects) {
        return """
                {"object": "list", "url": "/v1/refunds", "has_more": false, "data": [%s]}
                """.formatted(String.join(",", objects));
    }

    static String error(String type, String code, String more) {
        return """
                {"error": {"type": "%s", "code": "%s", "message": "as Stripe says it", "doc_url": "https://stripe.com/docs"%s}}
                """.formatted(type, code, more);
    }

    static String event(String id, String type, String object) {
        return """
                {"id": "%s", "object": "event", "api_version": "2025-01-27.acacia", "created": 1686089970,
                 "data": {"object": %s}, "livemode": false, "pending_webhooks": 1,
                 "request": {"id": null, "idempotency_key": null}, "type": "%s"}
                """.formatted(id, object, type);
    }
}

package dev.vetrina.order.payment.simulated;

/** What a token of the simulated provider leads to. */
enum SimulatedToken {
    APPROVED("tok_approved", ""),
    /** Charges, and its answer is lost. */
    TIMEOUT_AFTER_CAPTURE("tok_timeout_after_capture", ""),
    /** Its webhook comes twice. */
    WEBHOOK_TWICE("tok_webhook_twice", ""),
    /** Its webhook comes before its answer. */
    WEBHOOK_FIRST("tok_webhook_first", ""),
    /** Its answer is lost, and its webhook comes two seconds later. */
    WEBHOOK_LATE("tok_webhook_late", ""),
    /** The webhook of the challenge comes after the one of the capture. */
    WEBHOOK_REORDERED("tok_webhook_reordered", ""),
    REQUIRES_ACTION("tok_requires_action", ""),
    /** Charges, and refuses every refund. */
    REFUND_FAILS("tok_refund_fails", ""),
    DECLINED("tok_declined", "card_declined"),
    INSUFFICIENT_FUNDS("tok_insufficient_funds", "insufficient_funds"),
    UNKNOWN("", "unknown_payment_method");

    private final String text;
    private final String declineCode;

    SimulatedToken(String text, String declineCode) {
        this.text = text;
        this.declineCode = declineCode;
    }

    static SimulatedToken of(String text) {
        for (SimulatedToken token : values()) {
            if (token.text.equals(text)) {
                return token;
            }
        }
        return UNKNOWN;
    }

    /** Empty if it is not declined. */
    String declineCode() {
        return declineCode;
    }

    boolean losesItsAnswer() {
        return this == TIMEOUT_AFTER_CAPTURE || this == WEBHOOK_LATE;
    }
}

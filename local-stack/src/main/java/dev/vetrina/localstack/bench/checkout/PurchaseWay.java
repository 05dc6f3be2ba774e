package dev.vetrina.localstack.bench.checkout;

/** How an order is placed and paid. */
enum PurchaseWay {
    /** The order brings its payment along. */
    ONE_CALL("one call"),
    /** First the order, then its payment. */
    TWO_CALLS("two calls");

    private final String label;

    PurchaseWay(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}

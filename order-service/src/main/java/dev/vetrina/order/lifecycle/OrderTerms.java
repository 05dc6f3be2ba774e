package dev.vetrina.order.lifecycle;

import dev.vetrina.events.CatalogEvent.TaxTreatment;
import java.time.Duration;

/**
 * The rules under which an order was placed: later ones do not change it.
 *
 * @param version of the market's selling terms
 * @param hold how long its stock is held for the payment
 * @param paymentClosesBefore the end of the hold: no new attempt after that
 */
public record OrderTerms(
        long version, TaxTreatment taxTreatment, Capture capture, Duration hold, Duration paymentClosesBefore) {

    /** When the money is taken. */
    public enum Capture {
        AT_CONFIRMATION,
        AT_SHIPMENT
    }
}

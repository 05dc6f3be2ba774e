package dev.vetrina.testkit.architecture.broken.stock;

import dev.vetrina.testkit.architecture.broken.checkout.CheckoutService;

/** Breaks a rule: stock needs checkout, which needs stock. */
public class StockLevelRepository {

    public String name(CheckoutService checkout) {
        return checkout.toString();
    }
}

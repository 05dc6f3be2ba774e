package dev.vetrina.testkit.architecture.broken.checkout;

import java.text.SimpleDateFormat;

/** Breaks a rule: dates of the old kind. */
class LegacyDates {

    String format(Object date) {
        return new SimpleDateFormat("yyyy").format(date);
    }
}

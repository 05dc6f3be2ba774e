package dev.vetrina.order.address;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a country writes addresses.
 *
 * @param postalCode of codes in upper case with single spaces; null: whatever there is
 * @param postalCodeExample for whoever got it wrong
 * @param postalCodeNeeded false where a parcel arrives without
 * @param regionNeeded whether an address names its state, province or prefecture
 * @param regions their codes; empty: by any name
 */
record CountryFormat(
        @Nullable Pattern postalCode,
        String postalCodeExample,
        boolean postalCodeNeeded,
        boolean regionNeeded,
        Set<String> regions) {

    /** For countries of which nothing is known. */
    static final CountryFormat ANY = new CountryFormat(null, "", false, false, Set.of());

    static CountryFormat of(String postalCode, String example) {
        return new CountryFormat(Pattern.compile(postalCode), example, true, false, Set.of());
    }

    CountryFormat postalCodeOptional() {
        return new CountryFormat(postalCode, postalCodeExample, false, regionNeeded, regions);
    }

    /** With a region, by any name if no codes are given. */
    CountryFormat inRegion(String... codes) {
        return new CountryFormat(postalCode, postalCodeExample, postalCodeNeeded, true, Set.of(codes));
    }
}

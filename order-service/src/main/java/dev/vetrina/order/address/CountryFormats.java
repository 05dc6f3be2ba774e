package dev.vetrina.order.address;

import static java.util.Map.entry;

import java.util.Map;

/** The countries whose addresses are known. */
final class CountryFormats {

    private static final String[] STATES_OF_US = {
        "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY",
                "LA",
        "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK",
                "OR",
        "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY", "AS", "GU", "MP", "PR", "VI",
                "AA",
        "AE", "AP"
    };
    private static final String[] PROVINCES_OF_CA = {
        "AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"
    };
    private static final String[] STATES_OF_AU = {"ACT", "NSW", "NT", "QLD", "SA", "TAS", "VIC", "WA"};

    private static final Map<String, CountryFormat> BY_COUNTRY = Map.ofEntries(
            entry(
                    "GB",
                    CountryFormat.of(
                            "GIR ?0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-HJKPS-UW]|[A-HK-Y][0-9][ABEHMNPRV-Y])"
                                    + " ?[0-9][ABD-HJLNP-UW-Z]{2}",
                            "SW1A 1AA")),
            entry(
                    "IE",
                    CountryFormat.of("([AC-FHKNPRTV-Y][0-9]{2}|D6W) ?[0-9AC-FHKNPRTV-Y]{4}", "D02 AF30")
                            .postalCodeOptional()),
            entry("DE", CountryFormat.of("[0-9]{5}", "10115")),
            entry("FR", CountryFormat.of("[0-9]{2} ?[0-9]{3}", "75001")),
            entry("ES", CountryFormat.of("(0[1-9]|[1-4][0-9]|5[0-2])[0-9]{3}", "28013")),
            entry("IT", CountryFormat.of("[0-9]{5}", "00187")),
            entry("NL", CountryFormat.of("[1-9][0-9]{3} ?([A-RT-Z][A-Z]|S[BCE-RT-Z])", "1012 JS")),
            entry("AT", CountryFormat.of("[1-9][0-9]{3}", "1010")),
            entry("BE", CountryFormat.of("[1-9][0-9]{3}", "1000")),
            entry("PL", CountryFormat.of("[0-9]{2}-[0-9]{3}", "00-950")),
            entry("SE", CountryFormat.of("[1-9][0-9]{2} ?[0-9]{2}", "111 52")),
            entry("DK", CountryFormat.of("[0-9]{4}", "1050")),
            entry("PT", CountryFormat.of("[1-9][0-9]{3}-[0-9]{3}", "1100-148")),
            entry("US", CountryFormat.of("[0-9]{5}(-[0-9]{4})?", "94103").inRegion(STATES_OF_US)),
            entry(
                    "CA",
                    CountryFormat.of(
                                    "[ABCEGHJ-NPRSTVXY][0-9][ABCEGHJ-NPRSTV-Z] ?[0-9][ABCEGHJ-NPRSTV-Z][0-9]",
                                    "K1A 0B1")
                            .inRegion(PROVINCES_OF_CA)),
            entry("AU", CountryFormat.of("[0-9]{4}", "2000").inRegion(STATES_OF_AU)),
            entry("JP", CountryFormat.of("[0-9]{3}-?[0-9]{4}", "100-0001").inRegion()),
            entry("ID", CountryFormat.of("[1-9][0-9]{4}", "10110").inRegion()));

    private CountryFormats() {}

    static CountryFormat of(String country) {
        return BY_COUNTRY.getOrDefault(country, CountryFormat.ANY);
    }
}

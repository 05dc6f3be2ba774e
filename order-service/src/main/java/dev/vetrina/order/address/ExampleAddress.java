package dev.vetrina.order.address;

/** An address that a country's rules let pass, and at which nobody lives. */
public final class ExampleAddress {

    private ExampleAddress() {}

    /** @param country ISO 3166 code */
    public static AddressRequest in(String country) {
        CountryFormat format = CountryFormats.of(country);
        String region = format.regions().stream().sorted().findFirst().orElse(format.regionNeeded() ? "Region" : null);
        return new AddressRequest(
                "Test Buyer", "1 Sandbox Street", null, "Testtown", region, format.postalCodeExample(), country, null);
    }
}

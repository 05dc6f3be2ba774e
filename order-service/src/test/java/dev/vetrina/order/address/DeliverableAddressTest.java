package dev.vetrina.order.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.problem.Violation;
import dev.vetrina.order.lifecycle.ShippingAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverableAddressTest {

    @ParameterizedTest
    @CsvSource({
        "GB, SW1A 1AA,",
        "GB, M1 1AE,",
        "GB, ec1a1bb,",
        "IE, D02 AF30,",
        "IE, ,",
        "DE, 10115,",
        "FR, 75 001,",
        "ES, 28013,",
        "IT, 00187,",
        "NL, 1012 js,",
        "AT, 1010,",
        "BE, 1000,",
        "PL, 00-950,",
        "SE, 111 52,",
        "DK, 1050,",
        "PT, 1100-148,",
        "US, 94103, CA",
        "US, 94103-1234, ca",
        "CA, K1A 0B1, ON",
        "AU, 2000, NSW",
        "JP, 100-0001, Tokyo",
        "ID, 10110, DKI Jakarta",
        "BR, 01310-200, SP",
        "BR, ,",
    })
    void whatTheCountryKnowsIsAccepted(String country, @Nullable String postalCode, @Nullable String region) {
        assertThat(violated(country, postalCode, region, country)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GB, 10115, ",
        "GB, , ",
        "IE, 12345, ",
        "DE, 1011, ",
        "FR, 7500, ",
        "ES, 99013, ",
        "IT, 0187, ",
        "NL, 1012 SS, ",
        "AT, 0010, ",
        "BE, 10000, ",
        "PL, 00950, ",
        "SE, 11152-1, ",
        "DK, 105, ",
        "PT, 1100, ",
        "US, 9410, CA",
        "CA, D1A 0B1, ON",
        "AU, 200, NSW",
        "JP, 100, Tokyo",
        "ID, 1011, DKI Jakarta",
    })
    void whatTheCountryDoesNotKnowIsRefusedByItsField(
            String country, @Nullable String postalCode, @Nullable String region) {
        assertThat(violated(country, postalCode, region, country)).containsExactly("shippingAddress.postalCode");
    }

    @ParameterizedTest
    @CsvSource({
        "US, 94103, ",
        "US, 94103, California",
        "CA, K1A 0B1, CA",
        "AU, 2000, NY",
        "JP, 100-0001, ",
        "ID, 10110, ",
    })
    void aRegionIsNeededWhereThePostNeedsIt(String country, String postalCode, @Nullable String region) {
        assertThat(violated(country, postalCode, region, country)).containsExactly("shippingAddress.region");
    }

    @Test
    void goodsAreSentWithinTheMarket() {
        assertThat(violated("DE", "10115", null, "GB")).containsExactly("shippingAddress.country");
        assertThatThrownBy(() -> DeliverableAddress.of(request("DE", "10115", null), "GB"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.status()).isEqualTo(422));
    }

    @Test
    void anAddressIsWrittenAsItsCountryDoes() {
        ShippingAddress address = DeliverableAddress.of(
                new AddressRequest(" Ann ", " 1 Main Street ", "  ", " Ottawa ", " on ", " k1a   0b1 ", "CA", null),
                "CA");

        assertThat(address)
                .isEqualTo(new ShippingAddress("Ann", "1 Main Street", null, "Ottawa", "ON", "K1A 0B1", "CA", null));
    }

    private static List<String> violated(
            String country, @Nullable String postalCode, @Nullable String region, String market) {
        ShippingAddress address =
                DeliverableAddress.normalised(request(country, postalCode, region), CountryFormats.of(country));
        return DeliverableAddress.violations(address, market).stream()
                .map(Violation::field)
                .toList();
    }

    private static AddressRequest request(String country, @Nullable String postalCode, @Nullable String region) {
        return new AddressRequest("Ann Archer", "1 High Street", null, "Town", region, postalCode, country, null);
    }
}

package dev.vetrina.order.address;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.problem.Violation;
import dev.vetrina.order.lifecycle.ShippingAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Judges an address by the rules of the country in which is sold, and writes it as they do there. */
public final class DeliverableAddress {

    private static final String FIELD = "shippingAddress.";

    private DeliverableAddress() {}

    /** @throws ProblemException 422 with every field of {@code shippingAddress} that is wrong */
    public static ShippingAddress of(AddressRequest request, String market) {
        ShippingAddress address = normalised(request, CountryFormats.of(request.country()));
        List<Violation> violations = violations(address, market);
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations);
        }
        return address;
    }

    static List<Violation> violations(ShippingAddress address, String market) {
        if (!address.country().equals(market)) {
            return List.of(new Violation(FIELD + "country", "must be " + market + ", where it is bought"));
        }
        CountryFormat format = CountryFormats.of(market);
        List<Violation> violations = new ArrayList<>();
        judgePostalCode(address.postalCode(), format, violations);
        judgeRegion(address.region(), format, violations);
        return violations;
    }

    private static void judgePostalCode(@Nullable String code, CountryFormat format, List<Violation> violations) {
        boolean wrong = code == null
                ? format.postalCodeNeeded()
                : format.postalCode() != null
                        && !format.postalCode().matcher(code).matches();
        if (wrong) {
            violations.add(
                    new Violation(FIELD + "postalCode", "must be a postal code such as " + format.postalCodeExample()));
        }
    }

    private static void judgeRegion(@Nullable String region, CountryFormat format, List<Violation> violations) {
        if (!format.regionNeeded()) {
            return;
        }
        if (region == null) {
            violations.add(new Violation(FIELD + "region", "must name the state or province"));
        } else if (!format.regions().isEmpty() && !format.regions().contains(region)) {
            violations.add(new Violation(FIELD + "region", "must be the code of a state or province"));
        }
    }

    static ShippingAddress normalised(AddressRequest request, CountryFormat format) {
        String region = text(request.region());
        return new ShippingAddress(
                request.name().strip(),
                request.line1().strip(),
                text(request.line2()),
                request.city().strip(),
                format.regions().isEmpty() ? region : code(region),
                code(text(request.postalCode())),
                request.country(),
                text(request.phone()));
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String code(@Nullable String code) {
        return code == null ? null : code.replaceAll("\\s+", " ").toUpperCase(Locale.ROOT);
    }
}

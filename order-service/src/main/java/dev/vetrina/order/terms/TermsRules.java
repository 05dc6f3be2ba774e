package dev.vetrina.order.terms;

import dev.vetrina.kit.problem.ProblemException;
import java.util.HashSet;
import java.util.Set;

/** What terms must be beyond their single values. */
final class TermsRules {

    private static final Set<String> EUROPEAN_UNION = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    /** Directive 2011/83/EU, article 9. */
    private static final int WITHDRAWAL_DAYS = 14;

    private TermsRules() {}

    /** @throws ProblemException 422 */
    static void require(String market, SellingTermsRequest terms) {
        if (terms.paymentClosesBeforeSeconds() >= terms.holdSeconds()) {
            throw ProblemException.invalid("paymentClosesBeforeSeconds", "must be less than holdSeconds");
        }
        if (EUROPEAN_UNION.contains(market) && terms.returnWindowDays() < WITHDRAWAL_DAYS) {
            throw ProblemException.invalid("returnWindowDays", "must be at least 14 in the European Union");
        }
        requireOneRatePerRegion(terms);
    }

    private static void requireOneRatePerRegion(SellingTermsRequest terms) {
        Set<String> regions = new HashSet<>();
        for (int i = 0; i < terms.taxRates().size(); i++) {
            String region = terms.taxRates().get(i).region();
            if (!regions.add(region == null ? "" : region)) {
                throw ProblemException.invalid("taxRates[" + i + "].region", "has a rate already");
            }
        }
        if (!regions.contains("")) {
            throw ProblemException.invalid("taxRates", "must contain one rate without region");
        }
    }
}

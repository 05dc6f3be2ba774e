package dev.vetrina.live.card;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Collection;

/** The markets that this service knows. */
@ApplicationScoped
public class Markets {

    private final MarketRepository markets;

    Markets(MarketRepository markets) {
        this.markets = markets;
    }

    /** @throws ProblemException 422 {@code unknown-market} */
    @Transactional
    public void requireKnown(Collection<String> codes) {
        for (String code : codes) {
            if (markets.findByIdOptional(code).isEmpty()) {
                throw ProblemException.of(
                                422, "unknown-market", "The input breaks a rule", "There is no market " + code + ".")
                        .with("market", code);
            }
        }
    }

    /**
     * The ISO 4217 code of the currency of a known market.
     *
     * @throws ProblemException 503 {@code temporarily-unavailable} while it is being read anew
     */
    @Transactional
    public String currency(String code) {
        return markets.findByIdOptional(code)
                .flatMap(Market::currency)
                .orElseThrow(() -> ProblemException.unavailable(
                        "temporarily-unavailable",
                        "The market " + code + " is being read anew.",
                        Duration.ofSeconds(1)));
    }
}

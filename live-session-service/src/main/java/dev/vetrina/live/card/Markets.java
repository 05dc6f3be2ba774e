package dev.vetrina.live.card;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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
}

package dev.vetrina.order.terms;

import com.github.benmanes.caffeine.cache.Cache;
import dev.vetrina.kit.cache.LocalCaches;
import dev.vetrina.kit.problem.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Every version of every market's terms. The current one may be a second old; the others never change. */
@ApplicationScoped
public class SellingTermsBook {

    private record Edition(String market, long version) {}

    private final SellingTermsRepository terms;
    private final TermsDefaults defaults;
    private final Cache<String, SellingTerms> current = LocalCaches.builder()
            .expireAfterWrite(Duration.ofSeconds(1))
            .maximumSize(1_000)
            .build();
    private final Cache<Edition, SellingTerms> editions =
            LocalCaches.builder().maximumSize(10_000).build();

    SellingTermsBook(SellingTermsRepository terms, TermsDefaults defaults) {
        this.terms = terms;
        this.defaults = defaults;
    }

    /** The terms under which is sold now. */
    public SellingTerms current(String market) {
        return current.get(market, this::latest);
    }

    /**
     * The terms under which something was sold.
     *
     * @throws ProblemException 404 if the market has no such version
     */
    public SellingTerms version(String market, long version) {
        SellingTerms edition = editions.get(new Edition(market, version), this::load);
        if (edition == null) {
            throw ProblemException.notFound("version of the selling terms", version);
        }
        return edition;
    }

    /** As they are in the database at this moment. */
    SellingTerms latest(String market) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> terms.latest(market).map(SellingTermsRow::toTerms))
                .orElseGet(() -> SellingTerms.defaults(market, defaults));
    }

    /** The next order of this instance is placed under the new terms. */
    void forget(String market) {
        current.invalidate(market);
    }

    private @Nullable SellingTerms load(Edition edition) {
        return edition.version() == 0
                ? SellingTerms.defaults(edition.market(), defaults)
                : QuarkusTransaction.joiningExisting()
                        .call(() -> terms.version(edition.market(), edition.version())
                                .map(SellingTermsRow::toTerms))
                        .orElse(null);
    }
}

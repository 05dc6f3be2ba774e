package dev.vetrina.order.deal;

import dev.vetrina.events.Money;
import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.order.offer.Offers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class GuardrailService {

    private static final String WRITE = """
            insert into deal_guardrails (brand_id, version, document, changed_at) values (?, ?, ?::jsonb, ?)
            on conflict (brand_id) do update set
                version = excluded.version, document = excluded.document, changed_at = excluded.changed_at
            where deal_guardrails.version = excluded.version - 1
            """;

    private final DataSource dataSource;
    private final Offers offers;
    private final Caller caller;
    private final Clock clock;

    GuardrailService(DataSource dataSource, Offers offers, Caller caller, Clock clock) {
        this.dataSource = dataSource;
        this.offers = offers;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws ProblemException 404 for the guardrails of another brand */
    @Transactional
    public GuardrailView get(UUID brandId) throws SQLException {
        if (!caller.actsFor(brandId)) {
            throw ProblemException.notFound("brand", brandId);
        }
        try (Connection connection = dataSource.getConnection()) {
            return GuardrailView.of(brandId, read(connection, brandId));
        }
    }

    @Transactional
    public GuardrailView put(UUID brandId, GuardrailRequest request, @Nullable String ifMatch) throws SQLException {
        caller.requireBrand(brandId);
        requireSense(request);
        try (Connection connection = dataSource.getConnection()) {
            long known = read(connection, brandId).version();
            Preconditions.requireMatch(ifMatch, known);
            if (!written(connection, brandId, known + 1, request.toDocument())) {
                throw Preconditions.stale(known + 1);
            }
            return GuardrailView.of(brandId, read(connection, brandId));
        }
    }

    private static BrandGuardrails read(Connection connection, UUID brandId) throws SQLException {
        BrandGuardrails known =
                GuardrailRows.read(connection, List.of(brandId), "").get(brandId);
        return known == null ? new BrandGuardrails(GuardrailDocument.NONE, 0) : known;
    }

    /** Returns false if somebody else was first. */
    private boolean written(Connection connection, UUID brandId, long version, GuardrailDocument document)
            throws SQLException {
        try (PreparedStatement write = connection.prepareStatement(WRITE)) {
            write.setObject(1, brandId);
            write.setLong(2, version);
            write.setString(3, DealJson.of(document));
            write.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            return write.executeUpdate() == 1;
        }
    }

    private void requireSense(GuardrailRequest request) {
        for (int i = 0; i < request.budgets().size(); i++) {
            GuardrailRequest.Budget budget = request.budgets().get(i);
            if (!budget.startsAt().isBefore(budget.endsAt())) {
                throw ProblemException.invalid("budgets[" + i + "].endsAt", "must be after startsAt");
            }
            requireCurrency("budgets[" + i + "].amount", budget.market(), budget.amount());
        }
        for (int i = 0; i < request.floorPrices().size(); i++) {
            GuardrailRequest.FloorPrice floor = request.floorPrices().get(i);
            requireCurrency("floorPrices[" + i + "].price", floor.market(), floor.price());
        }
    }

    private void requireCurrency(String field, String market, Money money) {
        if (money.amount() < 0) {
            throw ProblemException.invalid(field, "must not be negative");
        }
        if (offers.market(market)
                .filter(known -> known.currency().equals(money.currency()))
                .isEmpty()) {
            throw ProblemException.invalid(field, "must be in the currency of a market of ours");
        }
    }
}

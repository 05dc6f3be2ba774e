package dev.vetrina.catalog.catalogimport;

import dev.vetrina.catalog.brand.Brands;
import dev.vetrina.catalog.market.MarketTerms;
import dev.vetrina.catalog.market.Markets;
import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

@ApplicationScoped
class ImportService {

    private final ImportRepository imports;
    private final Brands brands;
    private final Markets markets;
    private final Caller caller;
    private final Clock clock;

    ImportService(ImportRepository imports, Brands brands, Markets markets, Caller caller, Clock clock) {
        this.imports = imports;
        this.brands = brands;
        this.markets = markets;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    public ImportView queue(ImportParams params, byte[] file) {
        caller.requireBrand(params.brandId);
        brands.requireActive(params.brandId);
        requireTerms(params);
        ImportTerms terms = new ImportTerms(
                Ids.next(), params.brandId, params.market, params.currency, params.applyQuantities, params.publish);
        ImportJob job = ImportJob.queued(terms, clock.instant().truncatedTo(ChronoUnit.MICROS));
        imports.persistAndFlush(job);
        imports.addFile(new ImportFile(job.id(), file));
        return job.view();
    }

    @Transactional
    public ImportView get(UUID id) {
        return visible(id).view();
    }

    @Transactional
    public Page<ImportErrorView> errors(UUID id, PageParams page) {
        visible(id);
        return Page.byId(imports.errors(id, page), page, ImportError::id, ImportError::view);
    }

    private void requireTerms(ImportParams params) {
        MarketTerms market =
                markets.terms(params.market).orElseThrow(() -> ProblemException.invalid("market", "is not a market"));
        if (!market.currency().equals(params.currency)) {
            throw ProblemException.invalid("currency", "must be " + market.currency());
        }
        if (market.taxTreatment() != params.taxTreatment) {
            throw ProblemException.invalid("taxTreatment", "must be " + market.taxTreatment());
        }
    }

    /** An import is the business of its brand alone: for anybody else there is none. */
    private ImportJob visible(UUID id) {
        return imports.findByIdOptional(id)
                .filter(job -> caller.is(Roles.OPERATOR)
                        || caller.brandId().filter(job.brandId()::equals).isPresent())
                .orElseThrow(() -> ProblemException.notFound("import", id));
    }
}

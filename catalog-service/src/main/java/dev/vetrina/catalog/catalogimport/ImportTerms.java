package dev.vetrina.catalog.catalogimport;

import java.util.UUID;

/** What the import was asked for. */
record ImportTerms(
        UUID importId, UUID brandId, String market, String currency, boolean applyQuantities, boolean publish) {}

package dev.vetrina.catalog.market;

import dev.vetrina.events.CatalogEvent.TaxTreatment;

/** What pricing needs to know of a market. */
public record MarketTerms(String code, String currency, TaxTreatment taxTreatment, boolean open) {}

package dev.vetrina.catalog.market;

import java.util.List;

/** Every market; there are too few of them for pages. */
record MarketList(List<MarketView> items) {}

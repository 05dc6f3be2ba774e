/**
 * What live sessions know of products: a view of catalog-service's brands, products and markets and of order-service's stock. A
 * price holds from its {@code effectiveAt} by the clock. Products of a suspended brand have none, and none has one in a market
 * that is not open. Events in: {@code catalog.brands}, {@code catalog.products}, {@code catalog.markets}, {@code stock.levels}.
 * Inside the service it tells, in the transaction that changes the view, that a price in force ({@code PriceChange}), a brand
 * ({@code BrandTurn}), a market ({@code MarketTurn}) or the end or return of stock ({@code StockTurn}) changed.
 */
@NullMarked
package dev.vetrina.live.card;

import org.jspecify.annotations.NullMarked;

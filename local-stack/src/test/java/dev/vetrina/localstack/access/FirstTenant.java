package dev.vetrina.localstack.access;

import dev.vetrina.localstack.demo.Catalogue;
import dev.vetrina.localstack.demo.OneProduct;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A brand, a creator and a customer that have one of everything: what others must not get at. */
final class FirstTenant {

    static final String CREATOR = "creator-1";
    static final String OTHER_CREATOR = "creator-2";
    static final String CUSTOMER = "customer-1";

    private final Callers callers;
    private final OneProduct product;
    private final OneProduct soldOut;
    private final String brand;
    private final String otherBrand;
    private final KnownIds ids = new KnownIds();

    private FirstTenant(RestApi api, SignIn signIn) {
        this.callers = new Callers(api, signIn);
        this.product = OneProduct.onSale(api, signIn, Catalogue.samples().getFirst(), 20);
        this.soldOut = OneProduct.onSale(api, signIn, Catalogue.samples().getLast(), 1);
        this.brand = brandOf(callers, product);
        this.otherBrand = brandOf(callers, soldOut);
    }

    static FirstTenant settled(RestApi api, SignIn signIn) {
        FirstTenant tenant = new FirstTenant(api, signIn);
        tenant.keepShop();
        String session = new FirstShow(tenant.callers, tenant.product, tenant.ids).hold();
        FirstSale sale = new FirstSale(tenant.callers, tenant.product, tenant.soldOut, tenant.brand(), tenant.ids);
        sale.buy(session);
        new FirstIntegration(tenant.callers, tenant.product, tenant.brand(), tenant.ids).connect();
        sale.promote();
        return tenant;
    }

    KnownIds ids() {
        return ids;
    }

    String brand() {
        return brand;
    }

    String otherBrand() {
        return otherBrand;
    }

    private static String brandOf(Callers callers, OneProduct offered) {
        return callers.api()
                .require(Call.get("/v1/products/" + offered.productId()))
                .body()
                .path("brandId")
                .asText();
    }

    private void keepShop() {
        String market = product.market();
        String variant = product.variantId().toString();
        String imported = callers.made(
                "brand-" + brand,
                Call.post("/v1/catalog-imports?brandId=" + brand + "&market=" + market + "&currency="
                                + product.currency() + "&taxTreatment=INCLUSIVE")
                        .text(Catalogue.samples().getFirst().csv(), "text/csv"));
        ids.at("/v1/brands/{id}", brand)
                .at("/v1/deal-guardrails/{brandId}", brand)
                .at("/v1/catalog-imports/{id}", imported)
                .at("/v1/products/{id}", product.productId().toString())
                .at("/v1/products/{id}/variants/{variantId}", variant)
                .at("/v1/products/{id}/variants/{variantId}/prices/{market}", market)
                .at("/v1/inventory/{variantId}", variant)
                .at("/v1/inventory/{variantId}/pools/{pool}", "market:" + market)
                .at("/v1/purchase-limits/{variantId}", variant)
                .at("/v1/markets/{code}", market)
                .at("/v1/selling-terms/{market}", market)
                .at("/v1/shipping-rates/{market}", market)
                .at("/v1/payment-webhooks/{provider}", "simulated")
                .at("/v1/operations/{service}", "catalog", "live", "order")
                // Nothing that a client can send makes one, and they are no tenant's: roles alone are asked for here.
                .at(
                        "/v1/operations/{service}/dead-letters/{id}",
                        UUID.randomUUID().toString());
        ids.named("brandId", brand)
                .named("variantId", variant)
                .named("productId", product.productId().toString())
                .named("market", market)
                .named("markets", market)
                .named("currency", product.currency())
                .named("customerId", CUSTOMER)
                .named("subject", CUSTOMER)
                .named("postalCode", "LS1 1AA")
                .named("percent", "10");
    }

    static String inDays(int days) {
        return Instant.now()
                .plus(days, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }
}

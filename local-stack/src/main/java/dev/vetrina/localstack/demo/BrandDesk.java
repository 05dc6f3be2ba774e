package dev.vetrina.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.Json;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.StackFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What brands do before a show: register, and import their catalogue. */
final class BrandDesk {

    private static final Duration IMPORT_LIMIT = Duration.ofMinutes(2);
    private static final Set<String> DONE = Set.of("SUCCEEDED", "FAILED");

    private final RestApi api;
    private final SignIn signIn;

    BrandDesk(RestApi api, SignIn signIn) {
        this.api = api;
        this.signIn = signIn;
    }

    /** How a brand's own people are called by the identity provider. */
    static String account(UUID brandId) {
        return "brand-" + brandId;
    }

    /** The brand of this name, registered if there is none yet. */
    UUID registered(String name) {
        Optional<JsonNode> known = api.all(Call.get("/v1/brands")).stream()
                .filter(brand -> brand.path("name").asText().equals(name))
                .findFirst();
        JsonNode brand = known.orElseGet(() -> api.require(Call.post("/v1/brands")
                        .as(signIn.token("operator"))
                        .json(Map.of(
                                "name",
                                name,
                                "legalName",
                                name + " Ltd",
                                "countryCode",
                                "GB",
                                "contactEmail",
                                "partners@example.com")))
                .body());
        return Json.id(brand, "id");
    }

    /** Imports the catalogue on behalf of the brand and waits for the job; a product known already is updated. */
    JsonNode imported(UUID brandId, Catalogue catalogue) {
        String query = "?brandId=" + brandId + "&market=" + DemoOptions.MARKET + "&currency=" + DemoOptions.CURRENCY
                + "&taxTreatment=INCLUSIVE&applyQuantities=true&publish=true";
        String account = account(brandId);
        Answer accepted = api.require(Call.post("/v1/catalog-imports" + query)
                .as(signIn.token(account))
                .key(UUID.randomUUID().toString())
                .text(catalogue.csv(), "text/csv"));
        String job = "/v1/catalog-imports/" + Json.id(accepted.body(), "id");
        JsonNode done = Waiting.until(
                "the import of " + catalogue.brandName() + " is done",
                IMPORT_LIMIT,
                () -> api.require(Call.get(job).as(signIn.token(account))).body(),
                seen -> DONE.contains(seen.path("status").asText()));
        if (done.path("status").asText().equals("FAILED")) {
            throw new StackFailure("The catalogue of " + catalogue.brandName() + " could not be imported: "
                    + done.path("failure").path("message").asText() + " Mend the file and try again.");
        }
        return done;
    }

    /** Everything of the brand that is on sale in the market, a list of variants for each product. */
    List<List<Item>> onSale(UUID brandId) {
        String path = "/v1/products?market=" + DemoOptions.MARKET + "&brandId=" + brandId + "&status=ACTIVE";
        return api.all(Call.get(path)).stream()
                .map(product -> Json.items(product.path("variants")).stream()
                        .flatMap(variant -> Item.of(product, variant, DemoOptions.MARKET).stream())
                        .toList())
                .filter(variants -> !variants.isEmpty())
                .toList();
    }
}

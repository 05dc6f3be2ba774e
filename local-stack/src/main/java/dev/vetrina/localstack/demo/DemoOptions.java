package dev.vetrina.localstack.demo;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How large a show is, and where.
 *
 * @param gateway where the API is
 * @param issuer whose tokens it takes
 * @param identityAdmin {@code user:password} of a Keycloak administrator who makes the accounts, where they have to be made
 * @param stock units on sale of all wanted variants together
 * @param pinTime how long each product is pinned
 * @param patience how long a buyer repeats what has no lasting answer yet
 */
public record DemoOptions(
        URI gateway,
        String issuer,
        Optional<String> identityAdmin,
        List<Catalogue> catalogues,
        int viewers,
        int buyers,
        int stock,
        Duration pinTime,
        Duration patience) {

    public static final int VIEWERS = 200;
    public static final int BUYERS = 400;
    public static final int STOCK = 150;

    static final String MARKET = "GB";

    /** Where every buyer of the show lives. */
    public static final Map<String, String> ADDRESS = Map.of(
            "name",
            "Ann Archer",
            "line1",
            "1 High Street",
            "city",
            "London",
            "postalCode",
            "SW1A 1AA",
            "country",
            MARKET);

    static final String CURRENCY = "GBP";

    /** The two sample brands, at the usual size. */
    public static DemoOptions usual(URI gateway, String issuer) {
        return new DemoOptions(
                gateway,
                issuer,
                Optional.empty(),
                Catalogue.samples(),
                VIEWERS,
                BUYERS,
                STOCK,
                Duration.ofSeconds(2),
                Duration.ofSeconds(60));
    }

    public DemoOptions sized(int viewersWanted, int buyersWanted, int stockWanted) {
        return new DemoOptions(
                gateway,
                issuer,
                identityAdmin,
                catalogues,
                viewersWanted,
                buyersWanted,
                stockWanted,
                pinTime,
                patience);
    }

    /** @param api where the same system is reached, too */
    public DemoOptions at(URI api) {
        return new DemoOptions(api, issuer, identityAdmin, catalogues, viewers, buyers, stock, pinTime, patience);
    }

    public DemoOptions withCatalogues(List<Catalogue> others) {
        return new DemoOptions(gateway, issuer, identityAdmin, others, viewers, buyers, stock, pinTime, patience);
    }

    public DemoOptions withIdentityAdmin(Optional<String> admin) {
        return new DemoOptions(gateway, issuer, admin, catalogues, viewers, buyers, stock, pinTime, patience);
    }

    /** @param time how long each product is pinned */
    public DemoOptions paced(Duration time, Duration buyersPatience) {
        return new DemoOptions(
                gateway, issuer, identityAdmin, catalogues, viewers, buyers, stock, time, buyersPatience);
    }
}

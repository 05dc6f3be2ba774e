package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.StackFailure;
import java.util.List;
import java.util.UUID;

/** A show that is live and sells one brand's catalogue, for whoever wants to measure how it is watched. */
public final class LiveShow implements AutoCloseable {

    private final Host host;
    private final UUID session;
    private final List<UUID> products;

    private LiveShow(Host host, UUID session, List<UUID> products) {
        this.host = host;
        this.session = session;
        this.products = products;
    }

    /** Imports the catalogue and goes live. */
    public static LiveShow begun(RestApi api, SignIn signIn, Catalogue catalogue) {
        new MarketOpening(api, signIn).open();
        BrandDesk desk = new BrandDesk(api, signIn);
        UUID brand = desk.registered(catalogue.brandName());
        desk.imported(brand, catalogue);
        List<UUID> products = desk.onSale(brand).stream()
                .map(variants -> variants.getFirst().productId())
                .toList();
        if (products.size() < 2) {
            throw new StackFailure("A show needs two products of " + catalogue.brandName() + ", and there are "
                    + products.size() + ": start with an empty home.");
        }
        Host host = new Host(api, signIn);
        host.register();
        UUID session = host.schedule("On Trend", products);
        host.start(session);
        return new LiveShow(host, session, products);
    }

    public UUID session() {
        return session;
    }

    public List<UUID> products() {
        return products;
    }

    /** Where an anonymous viewer of the show's market reads its feed. */
    public String feed() {
        return "/v1/sessions/" + session + "/feed?market=" + DemoOptions.MARKET;
    }

    public void pin(UUID product) {
        host.pin(session, product);
    }

    @Override
    public void close() {
        host.end(session);
    }
}

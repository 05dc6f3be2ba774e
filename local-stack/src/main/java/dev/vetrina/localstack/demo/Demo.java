package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/** Prepares a show, runs it, and judges it. May be repeated on the same system. */
public final class Demo {

    private static final Duration READY_LIMIT = Duration.ofMinutes(2);

    private final DemoOptions options;
    private final Consumer<String> progress;
    private final RestApi api;
    private final SignIn signIn;

    /** @param progress is told line by line what happens */
    public Demo(DemoOptions options, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        this.api = new RestApi(options.gateway(), options.patience());
        this.signIn = SignIn.at(options.issuer());
    }

    /** Runs the show. */
    public DemoResult run() {
        long begin = System.nanoTime();
        awaitGateway();
        Selection selection = prepare();
        Evidence evidence = new Show(options, api, signIn, progress).run(selection);
        Verdict verdict = Verdict.on(evidence);
        return new DemoResult(
                Figures.of(evidence, verdict, Duration.ofNanos(System.nanoTime() - begin)), verdict.findings());
    }

    private void awaitGateway() {
        Waiting.until(
                "the gateway at " + options.gateway() + " answers",
                READY_LIMIT,
                () -> api.once(Call.get("/v1/markets")).status(),
                status -> status == 200);
    }

    private Selection prepare() {
        new MarketOpening(api, signIn).open();
        progress.accept("Market " + DemoOptions.MARKET + " is open");
        BrandDesk desk = new BrandDesk(api, signIn);
        List<List<List<Item>>> brands = new ArrayList<>();
        for (Catalogue catalogue : options.catalogues()) {
            UUID brand = desk.registered(catalogue.brandName());
            var job = desk.imported(brand, catalogue);
            brands.add(desk.onSale(brand));
            progress.accept(String.format(
                    Locale.ROOT,
                    "%s: %d rows imported, %d refused, %d products on sale",
                    catalogue.brandName(),
                    job.path("rowsDone").asInt(),
                    job.path("rowErrors").asInt(),
                    brands.getLast().size()));
        }
        Selection selection = Selection.of(brands);
        if (selection.items().isEmpty()) {
            throw new StackFailure(
                    "No product of these catalogues is on sale: a file needs published products with prices.");
        }
        new StockDesk(api, signIn).provide(selection, options.stock());
        progress.accept(options.stock() + " units of " + selection.items().size() + " variants are on sale");
        return selection;
    }
}

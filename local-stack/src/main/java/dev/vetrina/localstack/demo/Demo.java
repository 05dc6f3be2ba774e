package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.audit.AuditAccess;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.KeycloakAccounts;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.StackFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prepares a show, runs it, and judges it. May be repeated on the same system. */
public final class Demo {

    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final int SIGN_IN_AT_ONCE = 8;

    private final DemoOptions options;
    private final Optional<AuditAccess> records;
    private final Consumer<String> progress;
    private final IntConsumer onPin;
    private final RestApi api;
    private final SignIn signIn;
    private final Optional<KeycloakAccounts> keycloak;

    /** @param progress is told line by line what happens */
    public Demo(DemoOptions options, Consumer<String> progress) {
        this(options, progress, pin -> {});
    }

    /** @param records of the system, to be audited afterwards, if they can be looked into */
    public Demo(DemoOptions options, Optional<AuditAccess> records, Consumer<String> progress) {
        this(options, records, progress, pin -> {});
    }

    /** @param onPin called when a product is pinned, with its number from 1: where a test makes trouble */
    public Demo(DemoOptions options, Consumer<String> progress, IntConsumer onPin) {
        this(options, Optional.empty(), progress, onPin);
    }

    private Demo(DemoOptions options, Optional<AuditAccess> records, Consumer<String> progress, IntConsumer onPin) {
        this.options = options;
        this.records = records;
        this.progress = progress;
        this.onPin = onPin;
        this.api = new RestApi(options.gateway(), options.patience());
        this.signIn = SignIn.at(options.issuer());
        this.keycloak =
                options.identityAdmin().map(administrator -> KeycloakAccounts.at(options.issuer(), administrator));
    }

    /** Runs the show. */
    public DemoResult run() {
        long begin = System.nanoTime();
        awaitGateway();
        Selection selection = prepare();
        signIn(customers());
        Evidence evidence = new Show(options, api, signIn, progress, onPin).run(selection);
        Verdict verdict = Verdict.on(evidence)
                .and(records.map(found -> RecordsCheck.of(found, evidence.sales(), progress))
                        .orElse(List.of()));
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

    /** Opens the market and puts on sale what the show sells. */
    Selection prepare() {
        keycloak.ifPresent(this::provideAccounts);
        new MarketOpening(api, signIn).open();
        progress.accept("Market " + DemoOptions.MARKET + " is open");
        BrandDesk desk = new BrandDesk(api, signIn);
        List<List<List<Item>>> brands = new ArrayList<>();
        for (Catalogue catalogue : options.catalogues()) {
            UUID brand = desk.registered(catalogue.brandName());
            keycloak.ifPresent(accounts -> accounts.provide(List.of(BrandDesk.account(brand)), made -> {}));
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

    private void provideAccounts(KeycloakAccounts accounts) {
        List<String> names =
                Stream.concat(Stream.of(Host.ACCOUNT), customers().stream()).toList();
        accounts.provide(names, made -> progress.accept("Keycloak has " + made + " of " + names.size() + " accounts"));
    }

    private List<String> customers() {
        return IntStream.rangeClosed(1, Math.max(options.viewers(), options.buyers()))
                .mapToObj(BuyerPlan::account)
                .toList();
    }

    /** Before the show, so that its times are the system's own; and not all at once, because passwords are slow to check. */
    private void signIn(List<String> customers) {
        progress.accept(customers.size() + " customers sign in");
        List<Callable<String>> visits = customers.stream()
                .<Callable<String>>map(customer -> () -> signIn.token(customer))
                .toList();
        try (ExecutorService counters = Executors.newFixedThreadPool(SIGN_IN_AT_ONCE)) {
            for (Future<String> visit : counters.invokeAll(visits)) {
                if (visit.state() == Future.State.FAILED) {
                    throw new StackFailure(
                            "A customer could not sign in: "
                                    + visit.exceptionNow().getMessage(),
                            visit.exceptionNow());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }
}

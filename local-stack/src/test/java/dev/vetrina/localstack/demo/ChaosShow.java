package dev.vetrina.localstack.demo;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * A live show made of the demo's people, in which the test decides what happens when. Each product has buyers of its own,
 * who come when it is pinned and repeat what gets no lasting answer, with the same key.
 */
final class ChaosShow implements AutoCloseable {

    private static final int BUYS_OF_TWO_BRANDS = 6;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final ChaosPlan plan;
    private final Random random;
    private final RestApi api;
    private final SignIn signIn;
    private final Host host;
    private final Selection selection;
    private final Deque<UUID> toBePinned;
    private final UUID session;
    private final Map<UUID, StockCount> before;
    private final SalesLog sales = new SalesLog();
    private final PinBoard pins = new PinBoard();
    private final Crowd buyers = new Crowd();
    private final Audience audience;
    private int customers;

    private ChaosShow(ChaosPlan plan, RestApi api, SignIn signIn, Selection selection) {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.api = api;
        this.signIn = signIn;
        this.host = new Host(api, signIn);
        this.selection = selection;
        this.toBePinned = new ArrayDeque<>(selection.products());
        this.customers = plan.viewers();
        host.register();
        session = host.schedule("On Trend, whatever happens", selection.products());
        before = new StockDesk(api, signIn).counts(selection);
        host.start(session);
        audience = Audience.join(plan.viewers(), api, signIn, session, pins);
    }

    /** Puts everything on sale and starts the show. */
    static ChaosShow open(ChaosPlan plan, DemoOptions options) {
        Selection selection = new Demo(options, line -> {}).prepare();
        return new ChaosShow(
                plan, new RestApi(options.gateway(), options.patience()), SignIn.at(options.issuer()), selection);
    }

    void awaitEverybodyWatches() {
        audience.awaitWatching(LIMIT);
    }

    Random random() {
        return random;
    }

    /** How many products have not been pinned yet. */
    int productsLeft() {
        return toBePinned.size();
    }

    /** Pins the next product: its buyers see it on the feed, and buy. Returns their accounts. */
    Set<String> pinNext() {
        UUID product = toBePinned.remove();
        Set<String> accounts = admitBuyersOf(product);
        host.pin(session, product);
        return accounts;
    }

    /** As {@link #pinNext}, with buyers who do not wait for the feed: they have the page of the product open already. */
    Set<String> pinNextOnAnOpenPage() {
        UUID product = toBePinned.remove();
        Set<String> accounts = admitBuyersOf(product);
        host.pin(session, product);
        pins.pinned(product);
        return accounts;
    }

    private Set<String> admitBuyersOf(UUID product) {
        Set<String> accounts = new HashSet<>();
        for (int arrival = 0; arrival < plan.buyersOfAPin(); arrival++) {
            BuyerPlan buyer = planOf(++customers, product);
            accounts.add(buyer.account());
            buyers.add(new Buyer(api, session, buyer, () -> signIn.token(buyer.account()), pins, sales));
        }
        return accounts;
    }

    /** As in every show, except that the product is given. */
    private BuyerPlan planOf(int customer, UUID product) {
        BuyerPlan plain = BuyerPlan.of(customer, new Selection(selection.ofProduct(product)), random);
        List<Wish> wishes = new ArrayList<>(plain.wishes());
        if (customer % BUYS_OF_TWO_BRANDS == 0) {
            List<Item> others =
                    selection.ofOtherBrandsThan(wishes.getFirst().item()).toList();
            wishes.add(new Wish(others.get(random.nextInt(others.size())), 1));
        }
        return new BuyerPlan(
                plain.account(), product, List.copyOf(wishes), plain.presses(), plain.impatient(), plain.habit());
    }

    /** Orders that these customers were told of so far. */
    long ordersOf(Set<String> accounts) {
        return sales.figures().purchases().stream()
                .filter(purchase -> accounts.contains(purchase.account()))
                .count();
    }

    /** Returns in the middle of the selling: at once when that many of them have bought. */
    void awaitOrders(Set<String> accounts, int orders) {
        await().atMost(60, SECONDS).pollInterval(Duration.ofMillis(5)).until(() -> ordersOf(accounts) >= orders);
    }

    /** Ends the show once every buyer has an answer, and gathers the evidence. */
    Evidence end() {
        assertThat(buyers.join(LIMIT)).as("buyers who wait for an answer").isZero();
        assertThat(buyers.failures()).as("what buyers could not cope with").isEmpty();
        host.end(session);
        audience.awaitEnd(LIMIT);
        List<ViewerLog> viewers = audience.logs();
        return new Aftermath(api, signIn).of(session, selection, before, sales.figures(), viewers, RoomFound.quiet());
    }

    @Override
    public void close() {
        buyers.close();
        audience.close();
    }
}

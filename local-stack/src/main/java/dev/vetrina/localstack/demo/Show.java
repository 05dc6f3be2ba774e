package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import dev.vetrina.localstack.stack.Pauses;
import dev.vetrina.localstack.stack.StackFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** One live show from its start to its end, with everybody in it. */
final class Show {

    private static final Duration JOIN_LIMIT = Duration.ofMinutes(1);
    private static final Duration BUYING_LIMIT = Duration.ofMinutes(5);
    private static final Duration LEAVING_LIMIT = Duration.ofSeconds(30);
    /** Reaction times are scattered by chance, and by the same chance in every show. */
    private static final long SEED = 20_260_101;

    private final DemoOptions options;
    private final RestApi api;
    private final SignIn signIn;
    private final Host host;
    private final Consumer<String> progress;
    private final IntConsumer onPin;
    private final SalesLog sales = new SalesLog();
    private final PinBoard pins = new PinBoard();

    Show(DemoOptions options, RestApi api, SignIn signIn, Consumer<String> progress, IntConsumer onPin) {
        this.options = options;
        this.api = api;
        this.signIn = signIn;
        this.host = new Host(api, signIn);
        this.progress = progress;
        this.onPin = onPin;
    }

    /** Runs the show and returns the evidence of it. */
    Evidence run(Selection selection) {
        host.register();
        UUID session = host.schedule("On Trend", selection.products());
        Map<UUID, StockCount> before = new StockDesk(api, signIn).counts(selection);
        host.start(session);
        progress.accept("The show is live: " + options.gateway() + "/v1/sessions/" + session);
        try (RoomLife room = RoomLife.begin(api, signIn, session, options.viewers())) {
            List<ViewerLog> viewers = broadcast(session, selection, room);
            progress.accept("The show is over; looking everything up again");
            return new Aftermath(api, signIn).of(session, selection, before, sales.figures(), viewers, room.found());
        }
    }

    private List<ViewerLog> broadcast(UUID session, Selection selection, RoomLife room) {
        try (Audience audience = Audience.join(options.viewers(), api, signIn, session, pins);
                Crowd buyers = new Crowd()) {
            audience.awaitWatching(JOIN_LIMIT);
            progress.accept(options.viewers() + " viewers watch the feed, " + options.buyers() + " buyers wait");
            admit(buyers, session, selection);
            pinInTurn(session, selection);
            buyers.join(BUYING_LIMIT);
            failIfAnybodyFailed(buyers);
            room.awaitEnd();
            progress.accept("Viewers have written and reacted, and the giveaway is drawn");
            host.end(session);
            audience.awaitEnd(LEAVING_LIMIT);
            return audience.logs();
        }
    }

    private void admit(Crowd buyers, UUID session, Selection selection) {
        Random random = new Random(SEED);
        for (int number = 1; number <= options.buyers(); number++) {
            BuyerPlan plan = BuyerPlan.of(number, selection, random);
            buyers.add(new Buyer(api, session, plan, () -> signIn.token(plan.account()), pins, sales));
        }
    }

    private void pinInTurn(UUID session, Selection selection) {
        int number = 0;
        for (UUID product : selection.products()) {
            host.pin(session, product);
            onPin.accept(++number);
            Pauses.pause(options.pinTime());
            SalesFigures now = sales.figures();
            progress.accept("  pinned "
                    + selection.ofProduct(product).getFirst().title() + ": so far "
                    + now.purchases().size() + " orders, " + now.toldPaid().size() + " paid, " + now.soldOut()
                    + " times sold out");
        }
    }

    private static void failIfAnybodyFailed(Crowd buyers) {
        if (!buyers.failures().isEmpty()) {
            throw new StackFailure(
                    "A buyer could not go on: " + buyers.failures().getFirst().getMessage(),
                    buyers.failures().getFirst());
        }
        if (buyers.stillThere() > 0) {
            throw new StackFailure(buyers.stillThere() + " buyers were not done after " + BUYING_LIMIT.toMinutes()
                    + " minutes: the services' logs may tell why.");
        }
    }
}

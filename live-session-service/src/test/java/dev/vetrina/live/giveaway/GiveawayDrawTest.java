package dev.vetrina.live.giveaway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.live.SeenFact;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.MovableClock;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GiveawayDrawTest {

    @Inject
    MovableClock clock;

    @Inject
    EntityManager database;

    @Inject
    GiveawayRepository giveaways;

    @Inject
    EntryRepository entries;

    @Inject
    GiveawayFacts facts;

    @AfterEach
    void backToTheRealTime() {
        clock.reset();
    }

    @Test
    void aViewerChecksADrawFromPublicAnswersAlone() throws Exception {
        Raffle raffle = Raffle.of(3);
        String told = raffle.state().getString("commitment");
        for (int i = 0; i < 10; i++) {
            raffle.enter("customer-" + i).then().statusCode(201);
        }
        clock.advance(Raffle.UNTIL_DRAWN);
        raffle.awaitStatus("DRAWN");

        PublicDraw draw = PublicDraw.read(raffle.path());

        assertThat(draw.wrongs()).isEmpty();
        assertThat(draw.commitment()).isEqualTo(told);
        assertThat(draw.nonces()).hasSize(10);
        assertThat(draw.winningEntryIds()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void whoComesLaterSeesInTheSnapshotWhatIsUnderWay() {
        Raffle raffle = Raffle.of(1);
        String commitment = raffle.awaitStatus("OPEN").getString("commitment");
        JsonPath opening = snapshot(raffle);
        assertThat(opening.getString("snapshot.giveaways[0].giveawayId"))
                .isEqualTo(raffle.id().toString());
        assertThat(opening.getString("snapshot.giveaways[0].status")).isEqualTo("OPEN");
        assertThat(opening.getString("snapshot.giveaways[0].commitment")).isEqualTo(commitment);

        clock.advance(Raffle.UNTIL_CLOSED);
        raffle.awaitStatus("CLOSED");
        assertThat(snapshot(raffle).getInt("snapshot.giveaways[0].entries")).isZero();

        clock.advance(Raffle.UNTIL_DRAWN);
        raffle.awaitStatus("DRAWN");
        assertThat(snapshot(raffle).getList("snapshot.giveaways")).isEmpty();
    }

    private static JsonPath snapshot(Raffle raffle) {
        return Api.anonymous()
                .get("/internal/feed/" + raffle.show().id() + "/opening?market=GB")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void whateverIsTamperedWithIsFound() throws Exception {
        Raffle raffle = Raffle.of(2);
        for (int i = 0; i < 6; i++) {
            raffle.enter("customer-" + i).then().statusCode(201);
        }
        clock.advance(Raffle.UNTIL_DRAWN);
        raffle.awaitStatus("DRAWN");
        PublicDraw honest = PublicDraw.read(raffle.path());
        assertThat(honest.wrongs()).isEmpty();

        List<String> swapped = honest.winningEntryIds().reversed();
        String someone = honest.nonces().keySet().stream()
                .filter(id -> !honest.winningEntryIds().contains(id))
                .findFirst()
                .orElseThrow();
        List<String> friend = List.of(honest.winningEntryIds().getFirst(), someone);

        assertThat(honest.withSeed("00".repeat(32)).wrongs()).contains("seed");
        assertThat(honest.withWinners(swapped).wrongs()).containsExactly("winners");
        assertThat(honest.withWinners(friend).wrongs()).containsExactly("winners");
        assertThat(honest.withEntry(Ids.next().toString(), "added-later").wrongs())
                .contains("entries", "count");
        assertThat(honest.withEntry(someone, "another-nonce").wrongs()).containsExactly("entries");
    }

    @Test
    void theSeedStaysSecretUntilTheDrawAndEachStepIsToldOnce() {
        Raffle raffle = Raffle.of(1);
        raffle.enter("ben").then().statusCode(201);
        assertThat(raffle.state().getString("seed")).isNull();
        clock.advance(Raffle.UNTIL_CLOSED);
        raffle.awaitStatus("CLOSED");
        assertThat(raffle.state().getString("seed")).isNull();
        clock.advance(Raffle.UNTIL_DRAWN);
        String seed = raffle.awaitStatus("DRAWN").getString("seed");

        List<SeenFact> told = raffle.facts();
        assertThat(told)
                .extracting(SeenFact::kind)
                .containsExactly("giveaway-announced", "giveaway-opened", "giveaway-closed", "giveaway-drawn");
        assertThat(told.subList(0, 3)).noneMatch(fact -> fact.data().toString().contains(seed));
        Map<String, Object> closed = told.get(2).data();
        Map<String, Object> drawn = told.get(3).data();
        assertThat(told.getFirst().data())
                .containsEntry("commitment", raffle.state().getString("commitment"));
        assertThat(closed).containsEntry("entries", 1);
        assertThat(drawn)
                .containsEntry("seed", seed)
                .containsEntry("entriesHash", closed.get("entriesHash"))
                .containsEntry("winningEntryIds", raffle.state().getList("winningEntryIds"));
    }

    @Test
    void howeverManyInstancesLookEachStepIsMadeOnce() throws Exception {
        Raffle raffle = Raffle.of(1);
        raffle.enter("ben").then().statusCode(201);
        clock.advance(Raffle.UNTIL_DRAWN);

        List<Future<?>> looks = new ArrayList<>();
        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                GiveawayClock another = new GiveawayClock(giveaways, entries, facts, clock);
                looks.add(instances.submit(() -> {
                    another.look();
                    another.look();
                    another.look();
                }));
            }
        }
        for (Future<?> look : looks) {
            look.get();
        }

        raffle.awaitStatus("DRAWN");
        assertThat(raffle.facts())
                .extracting(SeenFact::kind)
                .containsExactly("giveaway-announced", "giveaway-opened", "giveaway-closed", "giveaway-drawn");
    }

    @Test
    void entriesThatWereChangedInTheDatabaseAreNotDrawnAndHoldNobodyUp() {
        Raffle tampered = Raffle.of(1);
        Raffle other = Raffle.of(1);
        tampered.enter("ben").then().statusCode(201);
        other.enter("ben").then().statusCode(201);
        clock.advance(Raffle.UNTIL_CLOSED);
        tampered.awaitStatus("CLOSED");
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update giveaway_entry set nonce = 'changed-later' where giveaway_id = ?1")
                        .setParameter(1, tampered.id())
                        .executeUpdate());

        clock.advance(Raffle.UNTIL_DRAWN);

        other.awaitStatus("DRAWN");
        assertThat(tampered.state().getString("status")).isEqualTo("CLOSED");
        assertThat(tampered.state().getString("seed")).isNull();
    }

    @Test
    void withFewerEntriesThanPrizesEverybodyWins() throws Exception {
        Raffle raffle = Raffle.of(5);
        raffle.enter("ben").then().statusCode(201);
        raffle.enter("eve").then().statusCode(201);
        clock.advance(Raffle.UNTIL_DRAWN);
        raffle.awaitStatus("DRAWN");

        PublicDraw draw = PublicDraw.read(raffle.path());

        assertThat(draw.wrongs()).isEmpty();
        assertThat(draw.winningEntryIds())
                .containsExactlyInAnyOrderElementsOf(draw.nonces().keySet());
        raffle.mine("ben").then().statusCode(200).body("won", equalTo(true));
    }

    @Test
    void withoutEntriesNobodyWins() throws Exception {
        Raffle raffle = Raffle.of(1);
        clock.advance(Raffle.UNTIL_DRAWN);
        raffle.awaitStatus("DRAWN");

        PublicDraw draw = PublicDraw.read(raffle.path());

        assertThat(draw.wrongs()).isEmpty();
        assertThat(draw.winningEntryIds()).isEmpty();
    }

    @Test
    void operatorsLearnWhoIsToGetThePrizeAndNobodyElseDoes() {
        Raffle raffle = Raffle.of(1);
        raffle.enter("ben").then().statusCode(201);
        clock.advance(Raffle.UNTIL_DRAWN);
        raffle.awaitStatus("DRAWN");

        Api.as(Tokens.operator())
                .get(raffle.path() + "/winners")
                .then()
                .statusCode(200)
                .body("winners", hasSize(1))
                .body("winners[0].customerId", equalTo("ben"));
        List<String> others = new ArrayList<>(List.of(raffle.show().token(), Tokens.customer("ben")));
        others.forEach(
                token -> Api.as(token).get(raffle.path() + "/winners").then().statusCode(403));
        assertThat(Api.anonymous().get(raffle.path() + "/entries").asString()).doesNotContain("ben");
    }
}

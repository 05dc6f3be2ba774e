package dev.vetrina.localstack.bench.room;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.bench.BenchmarkResult;
import dev.vetrina.localstack.bench.room.peer.Nchan;
import dev.vetrina.localstack.bench.room.peer.SocketIo;
import dev.vetrina.localstack.bench.room.viewer.FactArrivals;
import dev.vetrina.localstack.http.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RoomReportTest {

    private static final int VIEWERS = 8_000;
    private static final RecordedFrame FACT = new RecordedFrame(0, "product-pinned", "{\"sequence\":7}");

    private final List<RoomRound> rounds = new ArrayList<>(List.of(
            round(OwnRoom.NAME, VIEWERS, 400, 2),
            round(OwnRoom.NAME, VIEWERS, 600, 2),
            round(OwnRoom.NAME, 2_000, 90, 1),
            round(Nchan.NAME, VIEWERS, 2_000, 1),
            round(SocketIo.NAME, VIEWERS, 3_000, 8)));

    @Test
    void theFiguresAreOneJsonObject() {
        BenchmarkResult result = report(Map.of());

        assertThat(result.isVoid()).isFalse();
        JsonNode json = Json.read(result.json());
        assertThat(json.path("viewers").asInt()).isEqualTo(8_000);
        assertThat(json.path("factsP50Ms").asDouble()).isEqualTo(400);
        assertThat(json.path("factsP99Ms").asDouble()).isEqualTo(600);
        assertThat(json.path("factsP99MsAt2000").asDouble()).isEqualTo(90);
        assertThat(json.path("pulseP99Ms").asDouble()).isEqualTo(5);
        assertThat(json.path("nchanP99Ms").asDouble()).isEqualTo(2_000);
        assertThat(json.path("factsP99RatioToNchan").asDouble()).isEqualTo(0.3);
        assertThat(json.path("deliveriesPerCpuSecond").asDouble()).isEqualTo(4_000);
        assertThat(json.path("deliveriesPerCpuRatioToNchan").asDouble()).isEqualTo(0.5);
        assertThat(json.path("deliveriesPerCpuRatioToSocketIo").asDouble()).isEqualTo(4);
        assertThat(json.path("kibPerViewer").asDouble()).isEqualTo(10);
        assertThat(json.path("void").asBoolean()).isFalse();
    }

    @Test
    void aPeerThatIsNotThereHasNoFiguresAndMakesTheRunVoid() {
        rounds.removeIf(round -> !round.contender().equals(OwnRoom.NAME));

        BenchmarkResult result = report(Map.of(Nchan.NAME, "there is no nginx on the path"));

        assertThat(result.isVoid()).isTrue();
        assertThat(result.flaws())
                .containsExactly("Without nchan nothing can be compared with it: there is no nginx on the path.");
        assertThat(result.table()).contains("Not measured: nchan, as there is no nginx on the path.");
        JsonNode json = Json.read(result.json());
        List.of("nchanP99Ms", "factsP99RatioToNchan", "deliveriesPerCpuRatioToNchan", "deliveriesPerCpuRatioToSocketIo")
                .forEach(name -> {
                    assertThat(json.has(name)).isTrue();
                    assertThat(json.path(name).isNull()).isTrue();
                });
    }

    @Test
    void aPeerThatFailsAfterARoundMakesTheRunVoid() {
        BenchmarkResult result = report(Map.of(Nchan.NAME, "it answered a frame with 500"));

        assertThat(result.flaws()).containsExactly("After a round nchan failed, as it answered a frame with 500.");
    }

    @Test
    void aPeerWhoseRoundsDifferMakesTheRunVoid() {
        rounds.add(round(Nchan.NAME, VIEWERS, 2_000, 1.3));

        BenchmarkResult result = report(Map.of());

        assertThat(result.harm()).isEmpty();
        assertThat(result.flaws()).singleElement().asString().contains("nchan").contains("30 %");
        assertThat(Json.read(result.json()).path("void").asBoolean()).isTrue();
    }

    @Test
    void whoWasNotLetInOrWasCutOffOrRefusedMakesTheRunVoid() {
        Histogram none = FactArrivals.histogram();
        Recording refused = new Recording(List.of(FACT), Map.of(), Map.of("reactions", Map.of(202, 9L, 429, 1L)));
        rounds.add(round(OwnRoom.NAME, refused, new Reception(7_999, none, none, 7_000, 0, 1_000, 0, 4, 0)));

        BenchmarkResult result = report(Map.of());

        assertThat(result.harm()).isEmpty();
        assertThat(result.flaws())
                .containsExactly(
                        "Of 8000 viewers vetrina let in 7999.",
                        "4 viewers of vetrina lost their connection.",
                        "1000 facts did not come to viewers of vetrina in time.",
                        "Of 10 reactions 1 were answered 429.");
    }

    @Test
    void aFactThatDoesNotComeToWhoIsThereIsHarmAndSoIsOneThatComesTwice() {
        Histogram none = FactArrivals.histogram();
        Recording recording = new Recording(List.of(FACT), Map.of(), Map.of());
        rounds.add(round(OwnRoom.NAME, recording, new Reception(VIEWERS, none, none, 7_999, 0, 1, 2, 0, 0)));

        BenchmarkResult result = report(Map.of());

        assertThat(result.isVoid()).isTrue();
        assertThat(result.harm())
                .containsExactly(
                        "1 facts did not come to viewers who were there.",
                        "2 facts came to viewers twice or out of order.");
    }

    private BenchmarkResult report(Map<String, String> absent) {
        RoomFigures figures = new RoomFigures(VIEWERS, rounds, absent, OptionalDouble.of(10_240));
        return new RoomReport(figures, OptionalDouble.empty()).result();
    }

    /** One fact and no pulse to each viewer. */
    private static RoomRound round(String contender, int viewers, long factMillis, double cpuSeconds) {
        Histogram facts = FactArrivals.histogram();
        IntStream.range(0, viewers).forEach(viewer -> facts.recordValue(factMillis));
        Histogram chat = FactArrivals.histogram();
        chat.recordValue(5);
        Recording recording = new Recording(List.of(FACT), Map.of(7L, 0L), Map.of());
        Reception reception = new Reception(viewers, facts, chat, viewers, 0, 0, 0, 0, 0);
        Duration length = Duration.ofSeconds(10);
        return new RoomRound(contender, viewers, length, length, recording, reception, cpuSeconds, cpuSeconds / 2);
    }

    private static RoomRound round(String contender, Recording recording, Reception reception) {
        Duration length = Duration.ofSeconds(10);
        return new RoomRound(contender, VIEWERS, length, length, recording, reception, 2, 1);
    }
}

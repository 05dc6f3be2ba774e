package dev.vetrina.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Json;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * {@code demo} as the task script starts it, in a process of its own: it starts a whole system, runs the show, and stops the
 * system again.
 */
class DemoIT {

    private static final Path FOLDER = Path.of("target", "demo");
    private static final Path HOME = FOLDER.resolve("home");
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Ports ports = Ports.free();

    @Test
    void aShowEndsWithItsFiguresAsOneJsonObjectAndStatusZero() throws Exception {
        Launched demo = demo("--fresh", "--viewers=40", "--buyers=80", "--stock=30");

        assertThat(demo.status()).isZero();
        assertThat(demo.printed()).contains("Every invariant holds.");
        JsonNode figures = Json.read(demo.printed().getLast());
        assertThat(figures.path("viewers").asInt()).isEqualTo(40);
        assertThat(figures.path("viewersPeak").asInt()).isEqualTo(40);
        assertThat(figures.path("ordersPlaced").asInt()).isBetween(20, 80);
        assertThat(figures.path("ordersPaid").asInt()).isBetween(10, 30);
        assertThat(figures.path("units").asInt()).isBetween(10, 30);
        assertThat(figures.path("gmv").path("GBP").asLong()).isPositive();
        assertThat(figures.path("chatMessages").asInt()).isEqualTo(30);
        assertThat(figures.path("reactions").asInt()).isBetween(80, 90);
        assertThat(figures.path("giveawayWinners").asInt()).isEqualTo(2);
        assertThat(figures.path("soldOutAnswers").asInt()).isPositive();
        assertThat(figures.path("orderMillisP99").asDouble())
                .isGreaterThanOrEqualTo(figures.path("orderMillisP50").asDouble());
        assertThatNothingIsWrong(figures);
        assertThatNothingIsLeftBehind();
    }

    @Test
    void aShowOfOtherBrandsSellsWhatTheirShopifyFilesBring() throws Exception {
        Launched demo = demo(
                "--fresh",
                "--catalog=" + catalogue("terracotta.csv"),
                "--brand=Terracotta",
                "--catalog=" + catalogue("nachtigall.csv"),
                "--brand=Nachtigall",
                "--viewers=15",
                "--buyers=40",
                "--stock=25");

        assertThat(demo.status()).isZero();
        assertThat(demo.printed())
                .anyMatch(line -> line.matches("Terracotta: .* 0 refused, 3 products on sale"))
                .anyMatch(line -> line.matches("Nachtigall: .* 0 refused, 3 products on sale"));
        JsonNode figures = Json.read(demo.printed().getLast());
        assertThat(figures.path("ordersPaid").asInt()).isPositive();
        assertThat(figures.path("units").asInt()).isLessThanOrEqualTo(25);
        assertThatNothingIsWrong(figures);
        assertThatNothingIsLeftBehind();
    }

    @Test
    void aCatalogueThatIsNotThereIsOneSentenceAndStatusOne() throws Exception {
        Launched demo = demo(
                "--catalog=nowhere.csv", "--brand=Nobody", "--url=http://localhost:1", "--identity=http://localhost:1");

        assertThat(demo.status()).isEqualTo(1);
        assertThat(demo.complaints()).singleElement().asString().contains("nowhere.csv");
    }

    private void assertThatNothingIsLeftBehind() {
        assertThat(HOME.resolve("run")).doesNotExist();
        assertThat(Port.values()).noneMatch(this::answers);
    }

    private static void assertThatNothingIsWrong(JsonNode figures) {
        for (String figure : List.of("oversold", "lost", "duplicated", "violations")) {
            assertThat(figures.path(figure).asInt(-1)).as(figure).isZero();
        }
    }

    /** Whatever goes wrong, it ends in time, and its system with it. */
    private Launched demo(String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("demo", "--home=" + HOME));
        words.addAll(List.of(options));
        Arrays.stream(Port.values()).forEach(port -> words.add(port.option() + "=" + ports.of(port)));
        try (Launched launched = Launched.start(FOLDER, "demo", words)) {
            launched.awaitEnd(LIMIT);
            return launched;
        }
    }

    private static Path catalogue(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(DemoIT.class.getResource("/catalogues/" + name))
                .toURI());
    }

    private boolean answers(Port port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.of(port)), 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}

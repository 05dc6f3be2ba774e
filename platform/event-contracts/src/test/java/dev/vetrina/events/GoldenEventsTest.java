package dev.vetrina.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> types() {
        return EventJson.all().stream().map(EventJson::typeOf).sorted();
    }

    @Test
    void everyTypeHasAnExampleAndEveryExampleAType() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(GoldenEvents.class.getResource("golden")).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            List<String> examples = files.map(
                            file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .toList();
            assertThat(examples).containsExactlyInAnyOrderElementsOf(types().toList());
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void anExampleIsReadAndWrittenWithoutALossOrAnAddition(String type) throws IOException {
        byte[] example = GoldenEvents.json(type);
        DomainEvent event = EventJson.read(type, example).orElseThrow();

        assertThat(JSON.readTree(EventJson.write(event))).isEqualTo(JSON.readTree(example));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aFieldOfALaterVersionIsIgnored(String type) throws IOException {
        byte[] example = GoldenEvents.json(type);
        ObjectNode later = (ObjectNode) JSON.readTree(example);
        later.putObject("aFieldOfTomorrow").put("deep", 1);

        assertThat(EventJson.read(type, JSON.writeValueAsBytes(later))).isEqualTo(EventJson.read(type, example));
    }

    @ParameterizedTest
    @MethodSource("types")
    void anEventHasADeclaredTopicAndTheKeyOfItsAggregate(String type) throws IOException {
        DomainEvent event = EventJson.read(type, GoldenEvents.json(type)).orElseThrow();
        JsonNode json = JSON.readTree(GoldenEvents.json(type));

        assertThat(Topics.all()).extracting(Topics.Topic::name).contains(event.topic());
        assertThat(json.properties())
                .extracting(field -> field.getValue().asText())
                .contains(event.key());
        assertThat(event.sequence()).isEqualTo(json.get("sequence").asLong());
    }

    @ParameterizedTest
    @MethodSource("types")
    void aTypeIsNamedInThePastTenseOfItsVersion(String type) {
        assertThat(type).matches("[a-z]+\\.[a-z-]+\\.v[1-9]");
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatDoesNotFitItsTypeIsAnError(String type) {
        for (String wrong : List.of("", "{", "[]", "7", "{\"sequence\":{}}")) {
            assertThatThrownBy(() -> EventJson.read(type, wrong.getBytes(UTF_8)))
                    .as(wrong)
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void aTypeThatIsNotKnownYetIsEmptyWhateverItsPayload() {
        assertThat(EventJson.read("order.teleported.v1", "{}".getBytes(UTF_8))).isEmpty();
        assertThat(EventJson.read("order.placed.v2", new byte[0])).isEmpty();
        assertThat(EventJson.read("", "nonsense".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void anEventOfATestIsReadLikeAnyOtherAndKnownByItsPayload() {
        DomainEvent event = new OrderEvent.OrderExpired(UUID.randomUUID(), 3, null, Instant.EPOCH);
        String json = EventJson.asTest(EventJson.write(event));

        assertThat(EventJson.isTest(json)).isTrue();
        assertThat(EventJson.isTest(EventJson.write(event))).isFalse();
        assertThat(EventJson.read("order.expired.v1", json.getBytes(UTF_8))).contains(event);
    }

    @Test
    void anExampleIsFoundByItsRecord() {
        assertThat(GoldenEvents.event(OrderEvent.OrderPlaced.class).total()).isEqualTo(new Money(4397, "GBP"));
        assertThatThrownBy(() -> GoldenEvents.json("order.teleported.v1")).isInstanceOf(IllegalArgumentException.class);
    }
}

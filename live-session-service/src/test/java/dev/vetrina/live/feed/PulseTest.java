package dev.vetrina.live.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PulseTest {

    private final Pulse pulse = new Pulse();

    @Test
    void aFigureThatIsNotReadStaysAsItWas() {
        pulse.gauges(Map.of("viewers", IntNode.valueOf(7), "purchases", IntNode.valueOf(1)));
        pulse.gauges(Map.of("purchases", IntNode.valueOf(2)));

        assertThat(data(pulse.figures())).isEqualTo("{\"purchases\":2,\"viewers\":7}");
    }

    @Test
    void theSameFigureAgainIsNoNews() {
        pulse.gauges(Map.of("viewers", IntNode.valueOf(7)));
        pulse.frame(Map.of());
        pulse.gauges(Map.of("viewers", IntNode.valueOf(7)));

        assertThat(pulse.changed()).isFalse();
    }

    @Test
    void whatHappenedIsToldBesideTheFiguresAndOnlyOnce() {
        pulse.gauges(Map.of("viewers", IntNode.valueOf(7)));
        ArrayNode chat = JsonNodeFactory.instance.arrayNode().add("hello");

        assertThat(data(pulse.frame(Map.of("chat", chat)))).isEqualTo("{\"viewers\":7,\"chat\":[\"hello\"]}");
        assertThat(data(pulse.figures())).isEqualTo("{\"viewers\":7}");
    }

    private static String data(Buffer frame) {
        assertThat(frame.toString()).startsWith("event: pulse\ndata: ").endsWith("\n\n");
        return frame.toString().lines().skip(1).findFirst().orElseThrow().substring("data: ".length());
    }
}

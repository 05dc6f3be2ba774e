package dev.vetrina.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStreamParserTest {

    private final List<EventStreamParser.Event> events = new ArrayList<>();
    private final EventStreamParser parser = new EventStreamParser(events::add);

    @Test
    void fieldsMakeAnEventAtTheEmptyLine() {
        read("id: 7", "event: product-pinned", "data: {\"a\":\"b: c\"}");
        assertThat(events).isEmpty();
        read("");
        assertThat(events).containsExactly(new EventStreamParser.Event("7", "product-pinned", "{\"a\":\"b: c\"}"));
    }

    @Test
    void commentsAndUnknownFieldsAreNoEvents() {
        read(": beat", "", "retry: 5", "", "event: hello", "");
        assertThat(events).isEmpty();
    }

    @Test
    void nothingIsCarriedOverToTheNextEvent() {
        read("id:1", "event:a", "data:x", "", "data: y", "");
        assertThat(events)
                .containsExactly(
                        new EventStreamParser.Event("1", "a", "x"), new EventStreamParser.Event("", "message", "y"));
    }

    @Test
    void linesMayEndWithCarriageReturns() {
        read("data: x\r", "data: y\r", "\r");
        assertThat(events).containsExactly(new EventStreamParser.Event("", "message", "x\ny"));
    }

    private void read(String... lines) {
        for (String line : lines) {
            parser.line(Buffer.buffer(line));
        }
    }
}

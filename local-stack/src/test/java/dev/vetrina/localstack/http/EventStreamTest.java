package dev.vetrina.localstack.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EventStreamTest {

    @Test
    void eventsAreReadOneAfterTheOtherAndCommentsPassedOver() throws IOException {
        EventStream stream = stream(
                "retry: 1000\n\n: beat\n\nid: 7\nevent: product-pinned\ndata: {\"a\":1}\n\nevent: pulse\ndata: {}\n\n");

        assertThat(stream.next()).contains(new EventStream.Event("7", "product-pinned", "{\"a\":1}"));
        assertThat(stream.next()).contains(new EventStream.Event("", "pulse", "{}"));
        assertThat(stream.next()).isEmpty();
    }

    @Test
    void anEventThatWasCutOffDoesNotCount() throws IOException {
        assertThat(stream("id: 7\nevent: product-pinned\ndata: {").next()).isEmpty();
    }

    private static EventStream stream(String text) {
        return new EventStream(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}

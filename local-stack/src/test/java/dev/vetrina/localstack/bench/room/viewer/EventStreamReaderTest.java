package dev.vetrina.localstack.bench.room.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamReaderTest {

    private static final String HEAD =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/event-stream\r\n\r\n";
    private static final String RETRY = "d\r\nretry: 1000\n\n\r\n";
    private static final String FACT = "2f\r\nid: 7\nevent: product-pinned\ndata: {\"sequence\":7}\n\n\r\n";
    private static final String BEAT = "8\r\n: beat\n\n\r\n";
    private static final String PULSE = "1e\r\nevent: pulse\ndata: {\"a\":1}\n\n\r\n";

    private final Heard heard = new Heard();
    private final EventStreamReader reader = new EventStreamReader(heard);

    /** However the network cuts it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 10_000})
    void eventsAreFoundBetweenTheSizesOfTheChunks(int pieces) throws IOException {
        Heard.feed(reader, Bytes.of(HEAD + RETRY + FACT + BEAT + PULSE), pieces);

        assertThat(heard.joins()).isEqualTo(1);
        assertThat(heard.frames()).isEqualTo(List.of("product-pinned\n {\"sequence\":7}", "pulse\n {\"a\":1}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10_000})
    void theLastChunkIsTheEndOfTheFeed(int pieces) throws IOException {
        Heard.feed(reader, Bytes.of(HEAD + FACT), pieces);
        assertThatThrownBy(() -> Heard.feed(reader, Bytes.of("8\r\n: beat\n\n\r\n0\r\n\r\n"), pieces))
                .isInstanceOf(IOException.class);
        assertThat(heard.frames()).hasSize(1);
    }

    @Test
    void aFeedThatIsRefusedIsNotJoined() {
        byte[] refusal = Bytes.of("HTTP/1.1 503 Service Unavailable\r\n\r\n");

        assertThatThrownBy(() -> reader.read(refusal, 0, refusal.length))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("503");
        assertThat(heard.joins()).isZero();
    }
}

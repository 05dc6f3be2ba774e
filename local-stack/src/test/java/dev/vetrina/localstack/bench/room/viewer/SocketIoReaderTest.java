package dev.vetrina.localstack.bench.room.viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketIoReaderTest {

    private static final byte[] CONNECT = {(byte) 0x81, (byte) 0x82, 0, 0, 0, 0, '4', '0'};
    private static final byte[] PONG = {(byte) 0x81, (byte) 0x81, 0, 0, 0, 0, '3'};

    private final Heard heard = new Heard();
    private final SocketIoReader reader = new SocketIoReader(heard);
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    SocketIoReaderTest() {
        sent.writeBytes(Bytes.of("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n"));
    }

    /** However the network cuts it, and in each of the three ways in which a length is written. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 100_000})
    void aClientConnectsAnswersPingsAndHears(int pieces) throws IOException {
        text("0{\"sid\":\"x\",\"pingInterval\":25000}");
        text("40{\"sid\":\"y\"}");
        text("42[\"product-pinned\",{\"sequence\":7}]");
        text("2");
        text("42[\"pulse\",{\"a\":\"" + "x".repeat(300) + "\"}]");
        text("42[\"pulse\",{\"b\":\"" + "y".repeat(70_000) + "\"}]");

        Heard.feed(reader, sent.toByteArray(), pieces);

        assertThat(heard.joins()).isEqualTo(1);
        assertThat(heard.said()).hasSize(2);
        assertThat(heard.said().getFirst()).isEqualTo(CONNECT);
        assertThat(heard.said().getLast()).isEqualTo(PONG);
        assertThat(heard.frames())
                .containsExactly(
                        "product-pinned\" {\"sequence\":7}]",
                        "pulse\" {\"a\":\"" + "x".repeat(300) + "\"}]",
                        "pulse\" {\"b\":\"" + "y".repeat(70_000) + "\"}]");
    }

    @Test
    void aServerThatClosesHasEndedTheFeed() {
        sent.writeBytes(new byte[] {(byte) 0x88, 0});
        byte[] bytes = sent.toByteArray();

        assertThatThrownBy(() -> reader.read(bytes, 0, bytes.length)).isInstanceOf(IOException.class);
    }

    /** As a server writes it: not masked. */
    private void text(String payload) {
        int length = payload.length();
        sent.write(0x81);
        if (length < 126) {
            sent.write(length);
        } else if (length < 65_536) {
            sent.writeBytes(new byte[] {126, (byte) (length >> 8), (byte) length});
        } else {
            sent.writeBytes(
                    new byte[] {127, 0, 0, 0, 0, 0, (byte) (length >> 16), (byte) (length >> 8), (byte) length});
        }
        sent.writeBytes(Bytes.of(payload));
    }
}

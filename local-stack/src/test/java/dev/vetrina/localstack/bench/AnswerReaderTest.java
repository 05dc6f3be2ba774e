package dev.vetrina.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    @Test
    void oneAnswerEndsWhereTheNextBegins() throws IOException {
        AnswerReader reader = reader("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst"
                + "HTTP/1.1 201 Created\r\ncontent-length:6\r\n\r\nsecond"
                + "HTTP/1.1 204 No Content\r\n\r\n");

        assertThat(reader.read()).isEqualTo(200);
        assertThat(reader.read()).isEqualTo(201);
        assertThat(reader.read()).isEqualTo(204);
    }

    @Test
    void aChunkedAnswerEndsAfterItsTrailer() throws IOException {
        AnswerReader reader = reader("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5;extension\r\n01234\r\n1A\r\n" + "x".repeat(26) + "\r\n0\r\nTrailer: value\r\n\r\n"
                + "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");

        assertThat(reader.read()).isEqualTo(200);
        assertThat(reader.read()).isEqualTo(503);
    }

    @Test
    void aBodyMayBeLongerThanTheBuffer() throws IOException {
        AnswerReader reader = reader("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + "x".repeat(100_000)
                + "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

        assertThat(reader.read()).isEqualTo(200);
        assertThat(reader.read()).isEqualTo(404);
    }

    @Test
    void anAnswerThatStopsIsNone() {
        assertThatThrownBy(() -> reader("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfir")
                        .read())
                .isInstanceOf(EOFException.class);
    }

    @Test
    void whatIsNotHttpIsNoAnswer() {
        assertThatThrownBy(() -> reader("hello\r\n").read()).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> reader("HTTP/1.1 two hundred\r\n").read()).isInstanceOf(IOException.class);
    }

    private static AnswerReader reader(String bytes) {
        return new AnswerReader(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.US_ASCII)));
    }
}

package dev.vetrina.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerBufferTest {

    private final AnswerBuffer answer = new AnswerBuffer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 201 Created\r\nContent-Length: 7\r\nETag: \"1\"\r\n\r\n{\"a\":1}",
                "HTTP/1.1 201 Created\r\ncontent-length:7\r\n\r\n{\"a\":1}",
                "HTTP/1.1 201 Created\r\ntransfer-encoding: chunked\r\n\r\n7\r\n{\"a\":1}\r\n0\r\n\r\n"
            })
    void anAnswerIsCompleteWithItsLastByteAndNotBefore(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        for (int next = 0; next < bytes.length; next++) {
            assertThat(answer.isComplete()).isFalse();
            answer.put(new byte[] {bytes[next]});
        }
        assertThat(answer.isComplete()).isTrue();
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).contains("{\"a\":1}");
    }

    @Test
    void anAnswerWithoutABodyIsComplete() {
        answer.put("HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.isComplete()).isTrue();
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void nothingOfAnAnswerIsLeftForTheNext() {
        answer.put("HTTP/1.1 201 Created\r\ncontent-length: 2\r\n\r\n{}".getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.isComplete()).isTrue();
        answer.clear();
        assertThat(answer.isComplete()).isFalse();
    }
}

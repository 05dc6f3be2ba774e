package dev.vetrina.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Byte by byte as Netty's own encoder writes them. */
class WholeAnswersTest {

    private final WholeAnswers encoder = new WholeAnswers();

    static Stream<HttpHeaders> heads() {
        return Stream.of(
                new DefaultHttpHeaders().add("X-Plain", "1"),
                HeadersMultiMap.httpHeaders()
                        .add("ETag", "\"7\"")
                        .add("Set-Cookie", "a=1")
                        .add("Set-Cookie", "b=2"),
                HeadersMultiMap.httpHeaders().add("X-Long", "x".repeat(3_000)));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void anAnswerIsOnePieceOfTheSameBytes(HttpHeaders head) {
        ByteBuf whole = encoder.encode(answer(head, "[1, 2]"), UnpooledByteBufAllocator.DEFAULT);

        assertThat(whole.toString(StandardCharsets.ISO_8859_1)).isEqualTo(asNetty(answer(head, "[1, 2]")));
    }

    @Test
    void whatIsLongOrInChunksOrHasNoBodyIsLeftToNetty() {
        assertThat(WholeAnswers.isOne(answer(new DefaultHttpHeaders(), "x".repeat(4 << 10))))
                .isTrue();
        assertThat(WholeAnswers.isOne(answer(new DefaultHttpHeaders(), "x".repeat((4 << 10) + 1))))
                .isFalse();
        assertThat(WholeAnswers.isOne(answer(new DefaultHttpHeaders(), ""))).isFalse();
        FullHttpResponse chunked = answer(new DefaultHttpHeaders(), "x");
        chunked.headers().add(HttpHeaderNames.TRANSFER_ENCODING, "chunked");
        assertThat(WholeAnswers.isOne(chunked)).isFalse();
        FullHttpResponse endsWithConnection = answer(new DefaultHttpHeaders(), "x");
        endsWithConnection.headers().remove(HttpHeaderNames.CONTENT_LENGTH);
        assertThat(WholeAnswers.isOne(endsWithConnection)).isFalse();
    }

    private static FullHttpResponse answer(HttpHeaders head, String body) {
        FullHttpResponse answer = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.CREATED,
                Unpooled.copiedBuffer(body, StandardCharsets.ISO_8859_1),
                head,
                new DefaultHttpHeaders());
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length()));
        return answer;
    }

    private static String asNetty(FullHttpResponse answer) {
        EmbeddedChannel channel = new EmbeddedChannel(new HttpResponseEncoder());
        channel.writeOutbound(answer);
        StringBuilder written = new StringBuilder();
        for (ByteBuf piece = channel.readOutbound(); piece != null; piece = channel.readOutbound()) {
            written.append(piece.toString(StandardCharsets.ISO_8859_1));
            piece.release();
        }
        return written.toString();
    }
}

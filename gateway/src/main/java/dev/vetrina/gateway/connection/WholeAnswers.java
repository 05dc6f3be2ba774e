package dev.vetrina.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.Set;

/**
 * Answers that are small and there as a whole, in one piece of bytes. Netty's encoder leaves head and body apart, which are then two
 * writes with a promise each and one for both.
 */
final class WholeAnswers extends HttpResponseEncoder {

    private static final int SMALL_BYTES = 4 << 10;
    /** Of nearly all heads; a longer one makes the buffer grow. */
    private static final int HEAD_BYTES = 1 << 10;

    private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);
    private static final int CR_LF = '\r' << 8 | '\n';

    /** Not to be asked about the answer to a HEAD. */
    static boolean isOne(FullHttpResponse answer) {
        int bytes = answer.content().readableBytes();
        return bytes > 0
                && !WITHOUT_BODY.contains(answer.status().code())
                && bytes <= SMALL_BYTES
                && answer.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
                && !answer.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    ByteBuf encode(FullHttpResponse answer, ByteBufAllocator allocator) {
        ByteBuf bytes = allocator.directBuffer(HEAD_BYTES + answer.content().readableBytes());
        try {
            encodeInitialLine(bytes, answer);
            if (answer.headers() instanceof HeadersMultiMap headers) {
                headers.encode(bytes);
            } else {
                encodeHeaders(answer.headers(), bytes);
            }
            return bytes.writeShort(CR_LF).writeBytes(answer.content());
        } catch (Exception e) {
            bytes.release();
            throw new IllegalStateException("An answer cannot be encoded", e);
        } finally {
            answer.release();
        }
    }
}

package dev.vetrina.gateway.feed;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Text that is written to every viewer. It is put into memory once, outside the heap, where sockets take it from: with bytes on the
 * heap each connection would make a copy of its own. It lies there as a chunk of HTTP/1.1, head and end included, so that nothing
 * is left to be done for a viewer but to write it. The collector frees it once no connection needs it any more.
 */
final class Frame {

    private static final int LINE_END = 2;

    private final ByteBuf chunk;
    private final int start;
    private final int length;

    private Frame(ByteBuf chunk, int start, int length) {
        this.chunk = chunk;
        this.start = start;
        this.length = length;
    }

    static Frame of(String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        byte[] head = (Integer.toHexString(content.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer memory = ByteBuffer.allocateDirect(head.length + content.length + LINE_END);
        memory.put(head).put(content).put((byte) '\r').put((byte) '\n').flip();
        // Not counted by references: many event loops write it at once, and it may be kept for those who come later.
        return new Frame(Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(memory)), head.length, content.length);
    }

    /** As it is written to a connection whose answer is sent in chunks. */
    ByteBuf chunk() {
        return chunk.duplicate();
    }

    /** The text alone. */
    Buffer content() {
        return Buffer.buffer(chunk.slice(start, length));
    }

    int length() {
        return length;
    }
}

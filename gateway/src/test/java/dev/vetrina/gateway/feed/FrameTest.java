package dev.vetrina.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameTest {

    private final Frame frame = Frame.of("data: città\n\n");

    @Test
    void aFrameIsAChunkOfHttpWhoseLengthIsInBytes() {
        assertThat(frame.chunk().toString(StandardCharsets.UTF_8)).isEqualTo("e\r\ndata: città\n\n\r\n");
        assertThat(frame.content().toString()).isEqualTo("data: città\n\n");
        assertThat(frame.length()).isEqualTo(14);
    }

    @Test
    void everyViewerIsWrittenTheSameMemoryOutsideTheHeap() {
        ByteBuf one = frame.chunk();
        ByteBuf other = frame.chunk();

        assertThat(one.isDirect()).isTrue();
        assertThat(one.memoryAddress()).isEqualTo(other.memoryAddress());
        assertThat(frame.content().getByteBuf().isDirect()).isTrue();
    }

    @Test
    void whatIsWrittenToOneIsThereForTheNext() {
        ByteBuf written = frame.chunk();
        written.skipBytes(written.readableBytes());
        written.release();

        assertThat(frame.chunk().toString(StandardCharsets.UTF_8)).startsWith("e\r\n");
    }
}

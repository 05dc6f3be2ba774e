package dev.vetrina.localstack.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** Collects one answer of HTTP/1.1 as its bytes arrive. Only one is under way at a time on a connection. */
public final class AnswerBuffer {

    private static final int STATUS_BEGIN = "HTTP/1.1 ".length();
    private static final int STATUS_LENGTH = 3;
    private static final int MAX_BYTES = 64 * 1024;
    private static final String LENGTH = "content-length:";
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";

    private final ByteBuffer bytes = ByteBuffer.allocate(MAX_BYTES);
    private int bodyBegin = -1;
    /** Of the body; negative while it is not known, as it never is for a chunked one. */
    private int length = -1;

    /** Takes what has arrived, and says whether the answer is complete. */
    public boolean readFrom(SocketChannel channel) throws IOException {
        if (channel.read(bytes) < 0) {
            throw new EOFException("The connection was closed");
        }
        if (!bytes.hasRemaining()) {
            throw new IOException("An answer of more than " + MAX_BYTES + " bytes");
        }
        return isComplete();
    }

    public boolean isComplete() {
        if (bodyBegin < 0 && !findBody()) {
            return false;
        }
        return length >= 0
                ? bytes.position() >= bodyBegin + length
                : text(Math.max(bodyBegin - 2, bytes.position() - LAST_CHUNK.length()), bytes.position())
                        .equals(LAST_CHUNK);
    }

    public void put(byte[] arrived) {
        bytes.put(arrived);
    }

    public void clear() {
        bytes.clear();
        bodyBegin = -1;
        length = -1;
    }

    public int status() {
        return Integer.parseInt(text(STATUS_BEGIN, STATUS_BEGIN + STATUS_LENGTH));
    }

    /** As it came, so with the lengths of its chunks if it was chunked. */
    public String body() {
        return text(bodyBegin, bytes.position());
    }

    /** By lines, of which few are looked at: how long a head is should hardly matter for how fast it is taken. */
    private boolean findBody() {
        byte[] all = bytes.array();
        int line = 0;
        for (int at = 0; at < bytes.position(); at++) {
            if (all[at] == '\n') {
                if (at == line + 1) {
                    bodyBegin = at + 1;
                    return true;
                }
                if (all[line] == 'c' || all[line] == 'C') {
                    takeLength(text(line, at));
                }
                line = at + 1;
            }
        }
        return false;
    }

    private void takeLength(String header) {
        if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
            length = Integer.parseInt(header.substring(LENGTH.length()).strip());
        }
    }

    private String text(int begin, int end) {
        return new String(bytes.array(), begin, end - begin, StandardCharsets.ISO_8859_1);
    }
}

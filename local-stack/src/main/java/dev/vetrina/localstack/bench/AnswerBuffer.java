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
    private static final String LENGTH = "\ncontent-length:";
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

    private boolean findBody() {
        byte[] all = bytes.array();
        for (int end = 3; end < bytes.position(); end++) {
            if (all[end] == '\n' && all[end - 1] == '\r' && all[end - 2] == '\n' && all[end - 3] == '\r') {
                bodyBegin = end + 1;
                length = declaredLength(text(0, end - 1));
                return true;
            }
        }
        return false;
    }

    private static int declaredLength(String head) {
        int name = indexIgnoringCase(head, LENGTH);
        if (name < 0) {
            return -1;
        }
        int begin = name + LENGTH.length();
        return Integer.parseInt(head.substring(begin, head.indexOf('\r', begin)).strip());
    }

    private static int indexIgnoringCase(String text, String wanted) {
        for (int at = 0; at <= text.length() - wanted.length(); at++) {
            if (text.regionMatches(true, at, wanted, 0, wanted.length())) {
                return at;
            }
        }
        return -1;
    }

    private String text(int begin, int end) {
        return new String(bytes.array(), begin, end - begin, StandardCharsets.ISO_8859_1);
    }
}

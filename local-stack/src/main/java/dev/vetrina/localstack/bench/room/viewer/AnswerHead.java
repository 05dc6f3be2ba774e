package dev.vetrina.localstack.bench.room.viewer;

import java.io.IOException;

/** The head of the answer to the request that opens a feed. */
final class AnswerHead {

    private static final byte[] END = Bytes.of("\r\n\r\n");
    private static final int STATUS = "HTTP/1.1 ".length();

    private AnswerHead() {}

    /**
     * Where what follows the head begins, or -1 while it is not complete.
     *
     * @throws IOException if it is of another status
     */
    static int end(byte[] bytes, int from, int to, int wantedStatus) throws IOException {
        int end = Bytes.find(bytes, from, to, END);
        if (end < 0) {
            return -1;
        }
        long status = Bytes.number(bytes, from + STATUS, end);
        if (status != wantedStatus) {
            throw new IOException("answered " + status);
        }
        return end + END.length;
    }
}

package dev.vetrina.localstack.bench.room.viewer;

import java.io.EOFException;
import java.io.IOException;

/**
 * Server-Sent Events over HTTP/1.1. The sizes of the chunks that they come in stand on lines of their own between events,
 * which are of no field and so passed over as a reader of events passes over any line that it does not know.
 */
final class EventStreamReader implements FrameReader {

    private static final int OK = 200;
    private static final byte[] NAME = Bytes.of("event: ");
    private static final byte[] DATA = Bytes.of("data: ");
    /** Behind the end of the chunk before it. */
    private static final byte[] LAST_CHUNK = Bytes.of("\r\n0\r\n\r\n");

    private final Reception reception;
    private boolean joined;

    EventStreamReader(Reception reception) {
        this.reception = reception;
    }

    @Override
    public int read(byte[] bytes, int from, int to) throws IOException {
        int begin = from;
        if (!joined) {
            begin = AnswerHead.end(bytes, from, to, OK);
            if (begin < 0) {
                return from;
            }
            joined = true;
            reception.joined();
        }
        for (int at = begin; at + 1 < to; at++) {
            if (bytes[at] == '\n' && bytes[at + 1] == '\n') {
                event(bytes, begin, at);
                begin = at + 2;
                at++;
            }
        }
        if (Bytes.startsWith(bytes, begin, to, LAST_CHUNK)) {
            throw new EOFException("The feed has ended");
        }
        return begin;
    }

    /** An event has one line of data here. One without a name or without data, such as a heartbeat, tells nothing. */
    private void event(byte[] bytes, int begin, int end) {
        int name = -1;
        for (int line = begin; line < end; line = nextLine(bytes, line, end)) {
            if (Bytes.startsWith(bytes, line, end, NAME)) {
                name = line + NAME.length;
            } else if (name >= 0 && Bytes.startsWith(bytes, line, end, DATA)) {
                reception.frame(bytes, name, line + DATA.length, end);
                return;
            }
        }
    }

    private static int nextLine(byte[] bytes, int line, int end) {
        int at = line;
        while (at < end && bytes[at] != '\n') {
            at++;
        }
        return at + 1;
    }
}

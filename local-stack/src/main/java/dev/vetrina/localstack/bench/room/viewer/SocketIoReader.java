package dev.vetrina.localstack.bench.room.viewer;

import java.io.IOException;

/**
 * Socket.IO 4 over Engine.IO 4 over a WebSocket: as much of the three as a client needs that only listens. See
 * https://socket.io/docs/v4/socket-io-protocol/, https://socket.io/docs/v4/engine-io-protocol/ and RFC 6455.
 */
final class SocketIoReader implements FrameReader {

    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int LENGTH_OF_16_BITS = 126;
    private static final int LENGTH_OF_64_BITS = 127;

    private static final byte[] OPEN = Bytes.of("0");
    private static final byte[] PING = Bytes.of("2");
    private static final byte[] CONNECTED = Bytes.of("40");
    private static final byte[] EVENT = Bytes.of("42[\"");
    private static final byte[] END_OF_NAME = Bytes.of("\",");

    private final Reception reception;
    private boolean upgraded;

    SocketIoReader(Reception reception) {
        this.reception = reception;
    }

    @Override
    public int read(byte[] bytes, int from, int to) throws IOException {
        int begin = from;
        if (!upgraded) {
            begin = AnswerHead.end(bytes, from, to, SWITCHING_PROTOCOLS);
            if (begin < 0) {
                return from;
            }
            upgraded = true;
        }
        for (int next = frame(bytes, begin, to); next >= 0; next = frame(bytes, begin, to)) {
            begin = next;
        }
        return begin;
    }

    /** Where the frame that begins here ends, or -1 while it is not complete. A server's frames are not masked. */
    private int frame(byte[] bytes, int begin, int to) throws IOException {
        int lengthBytes = to - begin < 2
                ? 0
                : switch (bytes[begin + 1] & 0x7f) {
                    case LENGTH_OF_16_BITS -> 2;
                    case LENGTH_OF_64_BITS -> 8;
                    default -> 0;
                };
        int payload = begin + 2 + lengthBytes;
        if (payload > to) {
            return -1;
        }
        long length = lengthBytes == 0 ? bytes[begin + 1] & 0x7f : bigEndian(bytes, begin + 2, payload);
        if (length > to - payload) {
            return -1;
        }
        int end = payload + (int) length;
        switch (bytes[begin] & 0x0f) {
            case TEXT -> packet(bytes, payload, end);
            case CLOSE -> throw new IOException("closed by the server");
            default -> {
                // Nothing else is used by Socket.IO without attachments.
            }
        }
        return end;
    }

    private void packet(byte[] bytes, int from, int to) throws IOException {
        if (Bytes.startsWith(bytes, from, to, EVENT)) {
            int name = from + EVENT.length;
            int end = Bytes.find(bytes, name, to, END_OF_NAME);
            if (end >= 0) {
                reception.frame(bytes, name, end + END_OF_NAME.length, to);
            }
        } else if (Bytes.startsWith(bytes, from, to, CONNECTED)) {
            reception.joined();
        } else if (Bytes.startsWith(bytes, from, to, OPEN)) {
            reception.say(masked("40"));
        } else if (Bytes.startsWith(bytes, from, to, PING)) {
            reception.say(masked("3"));
        }
    }

    private static long bigEndian(byte[] bytes, int from, int to) {
        long number = 0;
        for (int at = from; at < to; at++) {
            number = (number << 8) | (bytes[at] & 0xff);
        }
        return number;
    }

    /** A client has to mask what it sends. A mask of zeros is one too, and changes nothing. */
    private static byte[] masked(String text) {
        byte[] payload = Bytes.of(text);
        byte[] frame = new byte[6 + payload.length];
        frame[0] = (byte) (0x80 | TEXT);
        frame[1] = (byte) (0x80 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        return frame;
    }
}

package dev.vetrina.localstack.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Reads the answers on an HTTP/1.1 connection, one after the other, and keeps nothing of them but the status. */
final class AnswerReader {

    private static final int STATUS_BEGIN = "HTTP/1.1 ".length();
    private static final int STATUS_END = STATUS_BEGIN + 3;

    private final InputStream in;
    private final byte[] buffer = new byte[16_384];
    private int position;
    private int limit;

    AnswerReader(InputStream in) {
        this.in = in;
    }

    /** Returns the status once the body has been read to its end. */
    int read() throws IOException {
        int status = status(line());
        long length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String[] field = header.split(":", 2);
            switch (field[0].toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = number(field[1].strip(), 10);
                case "transfer-encoding" -> chunked = true;
                default -> {}
            }
        }
        if (chunked) {
            skipChunks();
        } else {
            skip(length);
        }
        return status;
    }

    private void skipChunks() throws IOException {
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            skip(size);
            line();
        }
        while (!line().isEmpty()) {
            // A trailer.
        }
    }

    private long chunkSize() throws IOException {
        return number(line().split(";", 2)[0].strip(), 16);
    }

    private void skip(long bytes) throws IOException {
        long left = bytes;
        while (left > 0) {
            if (position == limit) {
                fill();
            }
            int step = (int) Math.min(left, limit - position);
            position += step;
            left -= step;
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = next(); next != '\n'; next = next()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    private int next() throws IOException {
        if (position == limit) {
            fill();
        }
        return buffer[position++];
    }

    private void fill() throws IOException {
        position = 0;
        limit = in.read(buffer);
        if (limit <= 0) {
            limit = 0;
            throw new EOFException("The connection was closed");
        }
    }

    private static int status(String line) throws IOException {
        if (line.length() < STATUS_END) {
            throw new IOException("This is no answer: " + line);
        }
        return (int) number(line.substring(STATUS_BEGIN, STATUS_END), 10);
    }

    private static long number(String text, int radix) throws IOException {
        try {
            return Long.parseLong(text, radix);
        } catch (NumberFormatException e) {
            throw new IOException("This is no number: " + text, e);
        }
    }
}

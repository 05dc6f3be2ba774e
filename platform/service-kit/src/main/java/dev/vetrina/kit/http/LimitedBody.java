package dev.vetrina.kit.http;

import dev.vetrina.kit.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that refuses to be longer than it may. */
final class LimitedBody extends FilterInputStream {

    /** Most clients read an answer only when they have sent everything, so that much is read and thrown away first. */
    private static final long DRAINED_BYTES = 64 * 1024 * 1024;

    private final long limit;
    private long count;

    LimitedBody(InputStream body, long limit) {
        super(body);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = super.skip(bytes);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws IOException {
        count += bytes;
        if (count > limit) {
            throw refuse();
        }
    }

    ProblemException refuse() throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long drained = 0;
        for (int read = 0; read >= 0 && drained < DRAINED_BYTES; drained += read) {
            read = super.read(buffer, 0, buffer.length);
        }
        return ProblemException.of(
                        413, "body-too-large", "The body is larger than allowed", "At most " + limit + " bytes.")
                .with("maxBytes", limit);
    }
}

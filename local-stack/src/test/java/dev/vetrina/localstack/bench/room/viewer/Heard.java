package dev.vetrina.localstack.bench.room.viewer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps what a reader says that it has found. */
final class Heard implements FrameReader.Reception {

    private int joins;
    private final List<String> frames = new ArrayList<>();
    private final List<byte[]> said = new ArrayList<>();

    /** Gives the bytes in pieces of this size, each with what the reader has left of those before. */
    static void feed(FrameReader reader, byte[] bytes, int size) throws IOException {
        byte[] rest = {};
        for (int at = 0; at < bytes.length; at += size) {
            byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(at + size, bytes.length));
            byte[] both = Arrays.copyOf(rest, rest.length + piece.length);
            System.arraycopy(piece, 0, both, rest.length, piece.length);
            rest = Arrays.copyOfRange(both, reader.read(both, 0, both.length), both.length);
        }
    }

    int joins() {
        return joins;
    }

    /** The name with whatever ends it, a space, and the data. */
    List<String> frames() {
        return frames;
    }

    List<byte[]> said() {
        return said;
    }

    @Override
    public void joined() {
        joins++;
    }

    @Override
    public void frame(byte[] bytes, int name, int from, int to) {
        int end = name;
        while (bytes[end] != '\n' && bytes[end] != '"') {
            end++;
        }
        frames.add(Bytes.text(bytes, name, end + 1) + " " + Bytes.text(bytes, from, to));
    }

    @Override
    public void say(byte[] bytes) {
        said.add(bytes);
    }
}

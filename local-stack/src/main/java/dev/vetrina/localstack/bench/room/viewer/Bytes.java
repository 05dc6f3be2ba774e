package dev.vetrina.localstack.bench.room.viewer;

import java.nio.charset.StandardCharsets;

/** Looks for things in bytes without making texts of them. */
final class Bytes {

    private Bytes() {}

    static byte[] of(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static boolean startsWith(byte[] bytes, int at, int to, byte[] wanted) {
        if (to - at < wanted.length) {
            return false;
        }
        for (int index = 0; index < wanted.length; index++) {
            if (bytes[at + index] != wanted[index]) {
                return false;
            }
        }
        return true;
    }

    /** Where it begins, or -1. */
    static int find(byte[] bytes, int from, int to, byte[] wanted) {
        byte first = wanted[0];
        for (int at = from; at <= to - wanted.length; at++) {
            if (bytes[at] == first && startsWith(bytes, at, to, wanted)) {
                return at;
            }
        }
        return -1;
    }

    /** The number that begins there; it ends with whatever is no digit. */
    static long number(byte[] bytes, int from, int to) {
        long number = 0;
        for (int at = from; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++) {
            number = 10 * number + bytes[at] - '0';
        }
        return number;
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}

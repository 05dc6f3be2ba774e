package dev.vetrina.localstack.demo;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A draw whose hashes and winners were computed by another program, in another language. */
final class HonestDraw {

    static final String SEED = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private static final String COMMITMENT = "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd";
    private static final String ENTRIES_HASH = "765f1e6d3c4d72b512db956fb3b2154fbfc08dcb9956485e1c568527d7d18373";

    private HonestDraw() {}

    static DrawFound found() {
        return found(SEED, List.of(entry(4), entry(1)), nonces());
    }

    static DrawFound found(String seed, List<String> winners, SortedMap<String, String> nonces) {
        return new DrawFound(COMMITMENT, "DRAWN", ENTRIES_HASH, seed, 2, winners, nonces);
    }

    /** Of five entries. */
    static SortedMap<String, String> nonces() {
        SortedMap<String, String> nonces = new TreeMap<>();
        IntStream.rangeClosed(1, 5).forEach(number -> nonces.put(entry(number), "nonce-" + number));
        return nonces;
    }

    static String entry(int number) {
        return "0198c0de-0002-7000-8000-00000000000" + number;
    }
}

package dev.vetrina.live.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret of 192 random bits. Only its digest is kept. */
record StreamKey(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    /** Made of characters that need no escape in a URL, a path or a form. */
    static StreamKey random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new StreamKey("sk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "a stream key";
    }
}

package dev.vetrina.live.invite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/** Makes what opens a door. A digest without salt is enough, as nobody can go through so many. */
final class Secrets {

    /** Without those that are taken for one another. */
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;
    private static final int PASS_BYTES = 24;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 80 bits that can be read out, such as {@code 7KQX-M2PA-T9DF-0HWE}. */
    static String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP_LENGTH; i++) {
            if (i > 0 && i % GROUP_LENGTH == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    static String pass() {
        byte[] bytes = new byte[PASS_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** However it was typed: case, spaces and dashes do not count. */
    static String codeDigest(String code) {
        return digest(code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    static String digest(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

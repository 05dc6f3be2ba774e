package dev.vetrina.live.giveaway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The rule {@value #SCHEME}, which whoever checks a draw writes anew: so it never changes, another rule gets another name. All
 * bytes are told as hexadecimal digits in lower case, ids as UUIDs in lower case.
 */
final class Draw {

    static final String SCHEME = "vetrina-draw-1";

    private static final int SEED_BYTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    private Draw() {}

    /** An entry as it is told: its id, and the entropy that its customer brought. */
    record Line(UUID entryId, String nonce) {}

    static String newSeed(SecureRandom random) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return HEX.formatHex(seed);
    }

    /** SHA-256 of the seed's bytes. */
    static String commitment(String seed) {
        return HEX.formatHex(sha256().digest(HEX.parseHex(seed)));
    }

    /** SHA-256 of a line {@code <entry id> <nonce>\n} for each entry, in the order of the ids as texts. */
    static String entriesHash(Collection<Line> entries) {
        MessageDigest digest = sha256();
        entries.stream()
                .map(line -> line.entryId() + " " + line.nonce() + "\n")
                .sorted()
                .forEach(line -> digest.update(line.getBytes(US_ASCII)));
        return HEX.formatHex(digest.digest());
    }

    /**
     * The entries with the lowest scores, the lowest first. A score is the HMAC-SHA256, with the seed's bytes as its key, of
     * {@code <entries hash>:<entry id>}.
     */
    static List<UUID> winners(String seed, String entriesHash, Collection<UUID> entryIds, int count) {
        Mac mac = hmac(HEX.parseHex(seed));
        Map<UUID, String> scores = entryIds.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> HEX.formatHex(mac.doFinal((entriesHash + ":" + id).getBytes(US_ASCII)))));
        return scores.entrySet().stream()
                .sorted(Map.Entry.<UUID, String>comparingByValue()
                        .thenComparing(entry -> entry.getKey().toString(), Comparator.naturalOrder()))
                .limit(count)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}

package dev.vetrina.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A giveaway as a viewer checks it, by what the API's document says and nothing else.
 *
 * @param promised the commitment as it was told before anybody could enter
 * @param nonces by entry id
 */
record DrawFound(
        String promised,
        String status,
        String entriesHash,
        String seed,
        int winners,
        List<String> winningEntryIds,
        SortedMap<String, String> nonces) {

    private static final HexFormat HEX = HexFormat.of();

    static DrawFound of(String promised, JsonNode giveaway, List<JsonNode> entries) {
        SortedMap<String, String> nonces = new TreeMap<>();
        entries.forEach(entry ->
                nonces.put(entry.path("id").asText(), entry.path("nonce").asText()));
        return new DrawFound(
                promised,
                giveaway.path("status").asText(),
                giveaway.path("entriesHash").asText(),
                giveaway.path("seed").asText(),
                giveaway.path("winners").asInt(),
                Json.items(giveaway.path("winningEntryIds")).stream()
                        .map(JsonNode::asText)
                        .toList(),
                nonces);
    }

    /** What of it is not as it should be; nothing if the draw is honest. */
    List<String> wrongs() {
        if (!status.equals("DRAWN")) {
            return List.of("the giveaway is " + status);
        }
        List<String> wrongs = new ArrayList<>();
        byte[] key = HEX.parseHex(seed);
        if (!sha256(key).equals(promised)) {
            wrongs.add("the seed is not the one that was promised");
        }
        StringBuilder lines = new StringBuilder();
        nonces.forEach((id, nonce) -> lines.append(id).append(' ').append(nonce).append('\n'));
        if (!sha256(lines.toString().getBytes(StandardCharsets.US_ASCII)).equals(entriesHash)) {
            wrongs.add("the entries are not those that were frozen");
        }
        if (!lowest(key).equals(winningEntryIds)) {
            wrongs.add("others have won than seed and entries say");
        }
        return wrongs;
    }

    private List<String> lowest(byte[] key) {
        Map<String, String> scores = new TreeMap<>();
        nonces.keySet().forEach(id -> scores.put(id, hmac(key, entriesHash + ":" + id)));
        return nonces.keySet().stream()
                .sorted(Comparator.comparing(scores::get))
                .limit(winners)
                .toList();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HEX.formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}

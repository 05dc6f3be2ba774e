package dev.vetrina.live.giveaway;

import dev.vetrina.testkit.Api;
import io.restassured.path.json.JsonPath;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A draw as a viewer checks it: from public answers alone, by what the API's document says, with nothing of the service's own
 * code.
 *
 * @param nonces by entry id
 */
record PublicDraw(
        String commitment,
        String entriesHash,
        String seed,
        int entries,
        int winners,
        List<String> winningEntryIds,
        TreeMap<String, String> nonces) {

    static PublicDraw read(String path) {
        JsonPath giveaway =
                Api.anonymous().get(path).then().statusCode(200).extract().jsonPath();
        return new PublicDraw(
                giveaway.getString("commitment"),
                giveaway.getString("entriesHash"),
                giveaway.getString("seed"),
                giveaway.getInt("entries"),
                giveaway.getInt("winners"),
                giveaway.getList("winningEntryIds", String.class),
                entries(path));
    }

    private static TreeMap<String, String> entries(String path) {
        TreeMap<String, String> nonces = new TreeMap<>();
        String cursor = null;
        do {
            JsonPath page = Api.anonymous()
                    .queryParam("limit", 3)
                    .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                    .get(path + "/entries")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            for (Map<String, String> entry : page.<Map<String, String>>getList("items")) {
                nonces.put(entry.get("id"), entry.get("nonce"));
            }
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return nonces;
    }

    /** What of it is not as it should be; empty if the draw is honest. */
    List<String> wrongs() throws GeneralSecurityException {
        List<String> wrongs = new ArrayList<>();
        byte[] key = bytes(seed);
        if (!hex(MessageDigest.getInstance("SHA-256").digest(key)).equals(commitment)) {
            wrongs.add("seed");
        }
        StringBuilder lines = new StringBuilder();
        nonces.forEach((id, nonce) -> lines.append(id).append(' ').append(nonce).append('\n'));
        if (!hex(MessageDigest.getInstance("SHA-256").digest(ascii(lines.toString())))
                .equals(entriesHash)) {
            wrongs.add("entries");
        }
        if (nonces.size() != entries) {
            wrongs.add("count");
        }
        Map<String, String> scores = new TreeMap<>();
        for (String id : nonces.keySet()) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            scores.put(id, hex(mac.doFinal(ascii(entriesHash + ":" + id))));
        }
        List<String> expected = nonces.keySet().stream()
                .sorted(Comparator.comparing(scores::get))
                .limit(winners)
                .toList();
        if (!expected.equals(winningEntryIds)) {
            wrongs.add("winners");
        }
        return wrongs;
    }

    PublicDraw withSeed(String another) {
        return new PublicDraw(commitment, entriesHash, another, entries, winners, winningEntryIds, nonces);
    }

    PublicDraw withWinners(List<String> others) {
        return new PublicDraw(commitment, entriesHash, seed, entries, winners, others, nonces);
    }

    PublicDraw withEntry(String id, String nonce) {
        TreeMap<String, String> more = new TreeMap<>(nonces);
        more.put(id, nonce);
        return new PublicDraw(commitment, entriesHash, seed, entries, winners, winningEntryIds, more);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String hex) {
        byte[] bytes = new byte[hex.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16);
        }
        return bytes;
    }

    private static String hex(byte[] bytes) {
        return String.format("%0" + 2 * bytes.length + "x", new BigInteger(1, bytes));
    }
}

package dev.vetrina.gateway.cache;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Strong entity tags of answers as they are, {@code "<the service's own>.<digest>"}. A service's own tag is the version of a row,
 * which stays the same when a product is pinned, a price takes effect or a variant is sold out.
 */
final class EntityTags {

    private static final int DIGEST_BYTES = 12;
    private static final Pattern OURS = Pattern.compile("\"([\\x21\\x23-\\x7e]*)\\.[A-Za-z0-9_-]{16}\"");

    private EntityTags() {}

    static String of(@Nullable String own, Buffer body) {
        String version =
                own == null || own.length() < 2 || !own.startsWith("\"") ? "" : own.substring(1, own.length() - 1);
        return '"' + version + '.' + digest(body) + '"';
    }

    /** Whether the caller has this answer already. */
    static boolean match(MultiMap request, String tag) {
        String known = request.get(HttpHeaders.IF_NONE_MATCH);
        return known != null && (known.contains(tag) || known.strip().equals("*"));
    }

    /** The service's own tag of one that was made here; any other as it is. */
    static String ownOf(String tag) {
        Matcher ours = OURS.matcher(tag.strip());
        return ours.matches() ? '"' + ours.group(1) + '"' : tag;
    }

    private static String digest(Buffer body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

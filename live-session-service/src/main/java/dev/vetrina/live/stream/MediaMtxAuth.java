package dev.vetrina.live.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What MediaMTX asks at its {@code authHTTPAddress}. Later versions add members, so unknown ones are ignored.
 *
 * @param action {@code publish}, {@code read}, {@code playback}, {@code api}, {@code metrics} or {@code pprof}
 * @param path the stream's name
 * @param query what followed the path in the address that the client opened, percent-encoded
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record MediaMtxAuth(
        @Nullable @Size(max = 500) String user,
        @Nullable @Size(max = 500) String password,
        @Nullable @Size(max = 500) String token,
        @NotNull @Size(max = 40) String action,
        @Nullable @Size(max = 500) String path,
        @Nullable @Size(max = 2000) String query) {

    /** RTMP can only carry the key in the query; other protocols have a password, WHIP a bearer token. */
    Stream<String> keys() {
        return Stream.concat(queried("key"), Stream.of(password, token).filter(Objects::nonNull))
                .filter(key -> !key.isEmpty());
    }

    /** What a viewer shows of a session to which only some are let in; empty for none. */
    String ticket() {
        return queried("ticket").findFirst().orElse("");
    }

    /** The same for a player that asks again for every part of the picture; empty for none. */
    String pass() {
        return queried("pass").findFirst().orElse("");
    }

    private Stream<String> queried(String name) {
        return Arrays.stream(Objects.requireNonNullElse(query, "").split("&"))
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> decoded(parameter.substring(name.length() + 1)));
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}

package dev.vetrina.live.stream;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What nginx-rtmp tells of an encoder or a player. The encoder enters as stream key {@code <session>?key=<key>}, or the key alone.
 *
 * @param named the session, if the stream is named by it
 * @param ticket what a player shows of a session to which only some are let in; empty for none
 * @param pass the same; empty for none
 * @param connection {@code clientid} counts the connections of one nginx since it started
 */
record NginxRtmpCall(
        String call, Optional<UUID> named, @Nullable String key, String ticket, String pass, String connection) {

    private static final int LONGEST = 500;

    /**
     * An encoder's or player's own arguments are appended to the form as they are. One that repeats a name of nginx's own would speak
     * in nginx's place, so no such form is taken.
     *
     * @param server tells one nginx from another
     * @throws ProblemException 422 {@code invalid-input}
     */
    static NginxRtmpCall of(String server, MultivaluedMap<String, String> form) {
        String name = one(form, "name").orElse("");
        Optional<UUID> session = SessionName.of(name);
        return new NginxRtmpCall(
                required(form, "call"),
                session,
                session.isPresent() ? one(form, "key").orElse(null) : name,
                one(form, "ticket").orElse(""),
                one(form, "pass").orElse(""),
                "nginx-rtmp " + server + " " + required(form, "clientid"));
    }

    private static String required(MultivaluedMap<String, String> form, String name) {
        return one(form, name)
                .filter(value -> value.matches("[\\w.:-]{1,40}"))
                .orElseThrow(() -> ProblemException.invalid(name, "must be 1 to 40 letters, digits and . : - _"));
    }

    private static Optional<String> one(MultivaluedMap<String, String> form, String name) {
        List<String> values = form.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw ProblemException.invalid(name, "must not be sent twice");
        }
        return values.stream().findFirst().map(value -> {
            if (value.length() > LONGEST) {
                throw ProblemException.invalid(name, "size must be between 0 and " + LONGEST);
            }
            return value;
        });
    }
}

package dev.vetrina.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What breaks clients and openapi-diff does not see or does not mind: null where there was none, null that is not taken any
 * more, texts that must be longer, less {@link Access} than there was, and a field that is not known any more, since what is
 * not known is refused here.
 */
final class Overlooked {

    private final List<String> broken = new ArrayList<>();
    private final Set<Pair> within = new HashSet<>();
    private final Schemas before;
    private final Schemas after;

    private Overlooked(JsonNode before, JsonNode after) {
        this.before = new Schemas(before);
        this.after = new Schemas(after);
    }

    static List<String> between(JsonNode before, JsonNode after) {
        Overlooked overlooked = new Overlooked(before, after);
        for (String kind : List.of("paths", "webhooks")) {
            before.path(kind)
                    .properties()
                    .forEach(path -> path.getValue()
                            .properties()
                            .forEach(method -> overlooked.compareOperations(
                                    method.getKey() + " " + path.getKey(),
                                    method.getValue(),
                                    after.path(kind).path(path.getKey()).path(method.getKey()),
                                    kind.equals("paths"))));
        }
        return overlooked.broken;
    }

    /** @param asked whether clients send its body; that of a webhook is sent to them */
    private void compareOperations(String name, JsonNode was, JsonNode is, boolean asked) {
        if (is.isMissingNode()) {
            return;
        }
        Access.of(was).lostIn(Access.of(is)).forEach(lost -> broken.add(name + " " + lost));
        bodies(name, was.path("requestBody"), is.path("requestBody"), asked);
        Operations.answers(was)
                .filter(answer -> answer.getKey().startsWith("2"))
                .forEach(answer -> bodies(
                        name + " answers " + answer.getKey(),
                        answer.getValue(),
                        is.path("responses").path(answer.getKey()),
                        false));
    }

    private void bodies(String name, JsonNode was, JsonNode is, boolean asked) {
        was.path("content")
                .properties()
                .forEach(body -> compare(
                        name + " " + body.getKey(),
                        body.getValue().path("schema"),
                        is.path("content").path(body.getKey()).path("schema"),
                        asked));
    }

    /** What contains itself is compared once on the way down. */
    private void compare(String where, JsonNode old, JsonNode now, boolean asked) {
        Pair pair = new Pair(old, now);
        if (!now.isMissingNode() && within.add(pair)) {
            compareShapes(where, old, now, asked);
            within.remove(pair);
        }
    }

    private void compareShapes(String where, JsonNode old, JsonNode now, boolean asked) {
        JsonNode was = before.resolved(old);
        JsonNode is = after.resolved(now);
        boolean nullBefore = before.nullable(old);
        boolean nullNow = after.nullable(now);
        if (asked ? nullBefore && !nullNow : nullNow && !nullBefore) {
            broken.add(where + (asked ? " must not be null any more" : " may be null now"));
        }
        if (asked && is.path("minLength").asInt() > was.path("minLength").asInt()) {
            broken.add(where + " must be longer now");
        }
        was.path("properties").properties().forEach(field -> {
            String name = where + "." + field.getKey();
            if (is.path("properties").has(field.getKey())) {
                compare(name, field.getValue(), is.path("properties").path(field.getKey()), asked);
            } else {
                broken.add(name + (asked ? " is not taken any more" : " is gone"));
            }
        });
        if (was.has("items")) {
            compare(where + "[]", was.path("items"), is.path("items"), asked);
        }
    }

    private record Pair(JsonNode was, JsonNode is) {}
}

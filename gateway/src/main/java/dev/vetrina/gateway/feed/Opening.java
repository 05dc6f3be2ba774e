package dev.vetrina.gateway.feed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer is told first.
 *
 * @param sequence the fact sequence that it reflects
 * @param viewerHash pseudonym of the viewer, the same for each connection of one who has a ticket
 * @param snapshot the whole state as a frame, or {@code null} where the missed facts suffice
 * @param facts the facts since the viewer's last one
 */
record Opening(long sequence, String viewerHash, @Nullable Frame snapshot, List<Fact> facts) {

    static Opening of(JsonNode answer) {
        long sequence = answer.required("sequence").longValue();
        JsonNode snapshot = answer.path("snapshot");
        List<Fact> facts = new ArrayList<>();
        for (JsonNode fact : answer.path("facts")) {
            facts.add(Fact.of(
                    fact.required("sequence").longValue(),
                    fact.required("kind").textValue(),
                    fact.required("json").textValue()));
        }
        return new Opening(
                sequence,
                answer.required("viewerHash").textValue(),
                snapshot.isObject() ? Frames.event(sequence, "snapshot", snapshot.toString()) : null,
                facts);
    }

    /** For one who can go on from the ring. */
    static Opening resumedFrom(long sequence) {
        return new Opening(sequence, "", null, List.of());
    }

    List<Frame> frames() {
        return snapshot != null
                ? List.of(snapshot)
                : facts.stream().map(Fact::frame).toList();
    }
}

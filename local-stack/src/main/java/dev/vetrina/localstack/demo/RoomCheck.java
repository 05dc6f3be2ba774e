package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.demo.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What was written is read, each message once; what was given is counted; and the draw is one that
 * anybody can check, of every entry that was taken.
 */
final class RoomCheck {

    private RoomCheck() {}

    static List<Finding> of(RoomFound room) {
        List<Finding> findings = new ArrayList<>();
        if (!sorted(room.written()).equals(sorted(room.read()))) {
            findings.add(new Finding(
                    Kind.ROOM,
                    Math.abs(room.written().size() - room.read().size()),
                    room.written().size() + " messages were taken, and the chat has "
                            + room.read().size() + ", not all the same"));
        }
        long most = room.reactionsTaken() + room.reactionsUnsure();
        if (room.reactionsCounted() < room.reactionsTaken() || room.reactionsCounted() > most) {
            findings.add(new Finding(
                    Kind.ROOM,
                    Math.abs(room.reactionsTaken() - room.reactionsCounted()),
                    room.reactionsTaken() + " reactions were taken, and " + room.reactionsCounted() + " counted"));
        }
        room.draw().ifPresent(draw -> {
            long missing = room.entered().stream()
                    .filter(nonce -> !draw.nonces().containsValue(nonce))
                    .count();
            if (missing > 0) {
                findings.add(new Finding(
                        Kind.ROOM,
                        missing,
                        room.entered().size() + " entries were taken, and " + missing
                                + " of them are not in the draw"));
            }
        });
        room.draw().stream()
                .flatMap(draw -> draw.wrongs().stream())
                .forEach(wrong -> findings.add(new Finding(Kind.ROOM, 1, "The draw cannot be verified: " + wrong)));
        return findings;
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }
}

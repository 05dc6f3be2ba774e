package dev.vetrina.kit.http;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.problem.Violation;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** An id as an opaque text, so that clients do not build cursors of their own. */
final class Cursor {

    private Cursor() {}

    static String of(UUID id) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static UUID toId(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == 16) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong());
            }
        } catch (IllegalArgumentException notBase64) {
            // Falls through to the one answer for every cursor that is not ours.
        }
        throw ProblemException.malformed(
                "invalid-cursor", "The cursor is not one of ours.", new Violation("cursor", "must be a nextCursor"));
    }
}

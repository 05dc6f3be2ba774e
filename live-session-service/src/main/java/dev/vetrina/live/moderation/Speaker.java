package dev.vetrina.live.moderation;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.live.session.Part;

/**
 * Somebody who wrote in a session.
 *
 * @param authorId their pseudonym in this session
 * @param part as whom they wrote last
 */
public record Speaker(String customerId, String authorId, String authorName, Part part) {

    /** @throws ProblemException 403 {@code author-protected} if whoever acts is not above them */
    public void requireBelow(Part acting) {
        if (!acting.outranks(part)) {
            throw ProblemException.of(
                            403,
                            "author-protected",
                            "Not allowed",
                            "What a " + part + " writes is not for a " + acting + " to decide on.")
                    .with("authorPart", part);
        }
    }
}

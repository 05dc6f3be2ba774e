package dev.vetrina.live.chat;

import dev.vetrina.live.session.Part;

/**
 * Who is about to write, and as whom.
 *
 * @param authorId the customer's pseudonym in the session
 */
record Author(String customerId, String authorId, String name, Part part) {}

package dev.vetrina.kit.http;

import java.util.UUID;

/** An answer with an id: when it was created (201) or begun (202) by a POST to its collection, {@code Location} points to it. */
public interface Identified {
    UUID id();
}

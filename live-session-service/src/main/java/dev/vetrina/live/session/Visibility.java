package dev.vetrina.live.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom an announced session is for. */
@Schema(
        name = "SessionVisibility",
        description =
                "PUBLIC is listed, UNLISTED is there for whoever has its id, INVITE_ONLY for who was let in by a code")
public enum Visibility {
    PUBLIC,
    UNLISTED,
    INVITE_ONLY
}

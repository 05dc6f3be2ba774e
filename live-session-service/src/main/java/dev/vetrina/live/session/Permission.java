package dev.vetrina.live.session;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody may do about a session. Its host and operators may do everything. */
@Schema(
        name = "SessionPermission",
        description =
                "EDIT: title, markets, start, cover, invitations. RUN_SHOW: start, pause, resume, end. PRESENT: lineup"
                        + " and pins. DEAL: deals. MODERATE: the chat.")
public enum Permission {
    EDIT,
    RUN_SHOW,
    PRESENT,
    DEAL,
    MODERATE
}

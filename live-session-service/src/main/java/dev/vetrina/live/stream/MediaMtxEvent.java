package dev.vetrina.live.stream;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;

/** What the commands that MediaMTX runs tell of a path: a form, as {@code curl -d} sends one. */
class MediaMtxEvent {

    @FormParam("event")
    @DefaultValue("")
    @Pattern(regexp = "ready|alive|not-ready")
    String event = "";

    /** {@code $MTX_PATH} */
    @FormParam("path")
    @DefaultValue("")
    @Size(max = 500)
    String path = "";

    /** {@code $MTX_SOURCE_ID}: names the connection. */
    @FormParam("id")
    @DefaultValue("")
    @Pattern(regexp = "[\\w.:-]{1,80}")
    String id = "";
}

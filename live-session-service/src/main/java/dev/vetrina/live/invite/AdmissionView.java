package dev.vetrina.live.invite;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Admission")
record AdmissionView(
        @Schema(
                description =
                        "Send it as `Session-Pass` with every request on this session. It is not kept: a lost one is"
                                + " replaced by the code again. Who is signed in is known without it.")
        String pass) {}

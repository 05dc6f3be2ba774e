package dev.vetrina.live.invite;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RequestAdmission")
record AdmissionRequest(
        @NotBlank
        @Size(max = 64)
        @Schema(description = "Case, spaces and dashes do not count", examples = "7KQX-M2PA-T9DF-0HWE")
        String inviteCode) {}

package dev.vetrina.live.session;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "SessionPresentation", description = "What a shop front shows of a session beside its title")
public record Presentation(
        @Size(max = 2000)
        @Schema(description = "Plain text", examples = "Six brands, one sofa, jumpers from 19.99.")
        @Nullable
        String description,

        @Valid @Nullable Cover cover,

        @Size(max = 2000)
        @Pattern(regexp = Presentation.HTTPS, message = "must be an https URL")
        @Schema(description = "A short video", examples = "https://media.example.com/teaser.mp4")
        @Nullable
        String teaserUrl) {

    static final String HTTPS = "https://[^\\s\"<>]+";

    static final Presentation NONE = new Presentation(null, null, null);

    @Schema(name = "SessionCover")
    public record Cover(
            @NotNull
            @Size(max = 2000)
            @Pattern(regexp = HTTPS, message = "must be an https URL")
            @Schema(examples = "https://media.example.com/cover.jpg")
            String url,

            @NotBlank
            @Size(max = 300)
            @Schema(description = "What the image shows, for who does not see it", examples = "Anna with a red jumper")
            String altText) {}
}

package dev.vetrina.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of every error, {@code application/problem+json} (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(description = "An error (RFC 9457). `code` is stable and meant for programs, `detail` for people.")
public record Problem(
        @Schema(description = "Stable URI of the kind of problem")
        String type,

        String title,
        int status,
        @Nullable String detail,

        @Schema(description = "The request's path") @Nullable
        String instance,

        @Schema(description = "Stable code of the kind of problem, such as out-of-stock")
        String code,

        @Schema(description = "Every rule that the input breaks")
        List<Violation> violations,

        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE_PREFIX = "https://vetrina.dev/problems/";

    public static Problem of(ProblemException e, @Nullable String instance) {
        return new Problem(
                TYPE_PREFIX + e.code(),
                e.title(),
                e.status(),
                e.getMessage(),
                instance,
                e.code(),
                e.violations(),
                e.extensions());
    }
}

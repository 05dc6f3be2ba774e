package dev.vetrina.kit.http;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of every list. */
public class PageParams {

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    @Parameter(description = "Items a page")
    int limit = 50;

    @QueryParam("cursor")
    @Size(max = 200)
    @Parameter(description = "The `nextCursor` of the page before")
    @Nullable
    String cursor;

    public int limit() {
        return limit;
    }

    /** How many rows to read: one more than is shown. */
    public int rows() {
        return limit + 1;
    }

    /**
     * The id behind which the page starts, or empty for the first page.
     *
     * @throws dev.vetrina.kit.problem.ProblemException 400 {@code invalid-cursor}
     */
    public Optional<UUID> after() {
        return Optional.ofNullable(cursor).map(Cursor::toId);
    }
}

package dev.vetrina.kit.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of a list in a total order. */
public record Page<T>(
        List<T> items,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Opaque; give it as `cursor` for the next page. Absent on the last page.")
        @Nullable
        String nextCursor) {

    /**
     * A page of a list ordered by id.
     *
     * @param rows up to {@code limit + 1} rows: the one too many tells that there is another page
     */
    public static <R, T> Page<T> byId(List<R> rows, PageParams params, Function<R, UUID> id, Function<R, T> view) {
        boolean more = rows.size() > params.limit();
        List<R> shown = more ? rows.subList(0, params.limit()) : rows;
        return new Page<>(shown.stream().map(view).toList(), more ? Cursor.of(id.apply(shown.getLast())) : null);
    }
}

package dev.vetrina.live.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.live.statistics.StatisticsAccess.Seat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some of a session's figures, and how far they can be trusted to stay. */
record Report<T>(
        ReportStatus status,
        Attribution attribution,
        List<T> items,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Opaque; give it as `cursor` for the next page. Absent on the last page.")
        @Nullable
        String nextCursor) {

    static <T> Report<T> whole(Seat seat, List<T> items) {
        return new Report<>(seat.status(), seat.attribution(), items, null);
    }

    /** @param items all of them, in the order of their ids */
    static <T> Report<T> page(Seat seat, List<T> items, PageParams params, Function<T, UUID> id) {
        List<T> rest = params.after()
                .map(after -> items.stream()
                        .dropWhile(item -> id.apply(item).compareTo(after) <= 0)
                        .toList())
                .orElse(items);
        Page<T> page = Page.byId(rest, params, id, Function.identity());
        return new Report<>(seat.status(), seat.attribution(), page.items(), page.nextCursor());
    }
}

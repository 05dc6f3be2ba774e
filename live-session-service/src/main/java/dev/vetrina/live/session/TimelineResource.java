package dev.vetrina.live.session;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.live.timeline.Broadcast;
import dev.vetrina.live.timeline.Fact;
import dev.vetrina.live.timeline.Timeline;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/sessions/{id}/timeline")
@RunOnVirtualThread
@Tag(name = "Sessions")
class TimelineResource {

    private final SessionAccess access;
    private final Timeline timeline;

    TimelineResource(SessionAccess access, Timeline timeline) {
        this.access = access;
        this.timeline = timeline;
    }

    /** The kit's cursor is an id; here its lower half is the sequence behind which the page starts. */
    @GET
    @PermitAll
    @Transactional
    @Operation(
            operationId = "getTimeline",
            summary = "What was shown when",
            description = "Every fact of the feed, in order and without a gap.")
    public Page<FactView> get(@PathParam("id") UUID id, @Valid @BeanParam PageParams page) {
        Session session = access.see(id);
        long after = page.after().map(UUID::getLeastSignificantBits).orElse(0L);
        List<Fact> facts = timeline.between(id, after, Long.MAX_VALUE, page.rows());
        Broadcast runningTime = timeline.runningTimes(List.of(id)).getOrDefault(id, Broadcast.of(List.of()));
        return Page.byId(
                facts,
                page,
                fact -> new UUID(0, fact.sequence()),
                fact -> FactView.of(fact, session.startedAt(), runningTime));
    }
}

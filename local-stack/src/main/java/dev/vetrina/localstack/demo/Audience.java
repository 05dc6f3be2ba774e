package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Everyone who watches the feed. */
final class Audience implements AutoCloseable {

    private final List<Viewer> viewers;
    private final Crowd crowd = new Crowd();

    private Audience(List<Viewer> viewers) {
        this.viewers = viewers;
    }

    /** Opens one feed for each of the first {@code size} customers. */
    static Audience join(int size, RestApi api, SignIn signIn, UUID session, PinBoard pins) {
        Audience audience = new Audience(IntStream.rangeClosed(1, size)
                .mapToObj(
                        number -> new Viewer(api, session, () -> signIn.token(BuyerPlan.account(number)), pins::pinned))
                .toList());
        audience.viewers.forEach(audience.crowd::add);
        return audience;
    }

    void awaitWatching(Duration limit) {
        Waiting.until(
                "all " + viewers.size() + " viewers watch",
                limit,
                () -> viewers.stream().filter(Viewer::watches).count(),
                watching -> watching == viewers.size());
    }

    /** Lets everyone see the end; who has not by then is a finding, not an error. */
    void awaitEnd(Duration limit) {
        crowd.join(limit);
        crowd.close();
    }

    List<ViewerLog> logs() {
        return viewers.stream().map(Viewer::log).toList();
    }

    @Override
    public void close() {
        crowd.close();
    }
}

package dev.vetrina.gateway.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vetrina.gateway.Stubs;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The feed of live-session-service with one session, in memory: as strict about sequences as the service is. */
public final class StubLive {

    private static final int MAX_REPLAY = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID session = UUID.randomUUID();
    private final List<String> facts = new ArrayList<>();
    private final List<HttpServerResponse> streams = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private int replay = MAX_REPLAY;
    private boolean away;
    private boolean mute;
    private boolean silent;
    private boolean gone;
    private boolean byTicket;
    private boolean holding;
    private final List<Runnable> held = new ArrayList<>();

    public StubLive() {
        Stubs.live().does(this::answer);
        Stubs.vertx().setPeriodic(300, timer -> beat());
    }

    private synchronized void beat() {
        if (!silent) {
            streams.forEach(stream -> stream.write(": beat\n\n"));
        }
    }

    /** Not even a heartbeat. */
    synchronized void silent(boolean nowSilent) {
        silent = nowSilent;
    }

    public UUID session() {
        return session;
    }

    /** What was asked for, such as {@code opening?market=GB}. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    synchronized long openings() {
        return asked.stream().filter(what -> what.startsWith("opening")).count();
    }

    synchronized int openStreams() {
        return streams.size();
    }

    /** A fact that is in the database but comes to the stream only with {@link #deliver}. */
    synchronized int record(String data) {
        int sequence = facts.size() + 1;
        facts.add("{\"sequence\":" + sequence + ",\"kind\":\"product-pinned\",\"data\":\"" + data + "\"}");
        return sequence;
    }

    synchronized void deliver(int sequence) {
        streams.forEach(stream -> stream.write(frame(sequence)));
    }

    synchronized int publish(String data) {
        int sequence = record(data);
        deliver(sequence);
        return sequence;
    }

    synchronized void pulse(String json) {
        streams.forEach(stream -> stream.write("event: pulse\ndata: " + json + "\n\n"));
    }

    /** Every stream breaks off. */
    synchronized void drop() {
        List<HttpServerResponse> open = List.copyOf(streams);
        streams.clear();
        open.forEach(HttpServerResponse::reset);
    }

    synchronized void away(boolean nowAway) {
        away = nowAway;
    }

    /** Streams stay open but nothing comes. */
    synchronized void mute(boolean nowMute) {
        mute = nowMute;
    }

    /** There is no such session any more. */
    synchronized void gone() {
        gone = true;
    }

    /** Only some may watch: who has no ticket is told that there is no such session. */
    synchronized void byTicket() {
        byTicket = true;
    }

    /** Openings are not answered until {@link #release}. */
    synchronized void hold() {
        holding = true;
    }

    synchronized int heldOpenings() {
        return held.size();
    }

    synchronized void release() {
        holding = false;
        held.forEach(Runnable::run);
        held.clear();
    }

    /** How many facts a reconnected stream is given again. */
    synchronized void replays(int atMost) {
        replay = atMost;
    }

    private synchronized void answer(HttpServerRequest request) {
        asked.add(request.path().replaceFirst(".*/", "") + "?" + request.query());
        if (away) {
            request.connection().close();
        } else if (gone || !request.path().contains(session.toString())) {
            refuse(request, 404, "not-found");
        } else if (!"GB".equals(request.getParam("market"))) {
            refuse(request, 422, "market-not-shown");
        } else if ("expired".equals(request.getParam("ticket"))) {
            refuse(request, 401, "invalid-ticket");
        } else if (request.path().endsWith("/stream")) {
            stream(request);
        } else if (byTicket && request.getParam("ticket") == null && request.getParam("byGateway") == null) {
            refuse(request, 404, "not-found");
        } else if (holding) {
            String answer = opening(request);
            held.add(() -> request.response().end(answer));
        } else {
            request.response().putHeader("Content-Type", "application/json").end(opening(request));
        }
    }

    private static void refuse(HttpServerRequest request, int status, String code) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end("{\"type\":\"https://vetrina.dev/problems/" + code + "\",\"title\":\"No\",\"status\":" + status
                        + ",\"detail\":\"Refused.\",\"instance\":\"" + request.path() + "\",\"code\":\"" + code
                        + "\"}");
    }

    private void stream(HttpServerRequest request) {
        HttpServerResponse response = request.response().setChunked(true);
        response.putHeader("Content-Type", "text/event-stream");
        int after = number(request.getParam("after"), facts.size());
        int hello = facts.size() - after <= replay ? after : facts.size();
        if (mute) {
            response.write(": nothing\n\n");
            return;
        }
        response.write("event: hello\ndata: {\"channel\":\"" + session + ":GB\",\"sequence\":" + hello + "}\n\n");
        for (int sequence = hello + 1; sequence <= facts.size(); sequence++) {
            response.write(frame(sequence));
        }
        streams.add(response);
        response.closeHandler(closed -> forget(response));
    }

    private synchronized void forget(HttpServerResponse response) {
        streams.remove(response);
    }

    private String opening(HttpServerRequest request) {
        int last = number(request.getParam("lastEventId"), -1);
        boolean missed = last >= 0 && last <= facts.size() && facts.size() - last <= replay;
        ObjectNode opening = JSON.createObjectNode()
                .put("channel", session + ":GB")
                .put("viewerHash", request.getParam("ticket") == null ? "anonymous" : "hash-of-a-ticket")
                .put("sequence", facts.size());
        if (missed) {
            opening.putNull("snapshot");
        } else {
            opening.putObject("snapshot").put("facts", facts.size());
        }
        ArrayNode list = opening.putArray("facts");
        for (int sequence = last + 1; missed && sequence <= facts.size(); sequence++) {
            list.addObject()
                    .put("sequence", sequence)
                    .put("kind", "product-pinned")
                    .put("json", facts.get(sequence - 1));
        }
        return opening.toString();
    }

    private String frame(int sequence) {
        return "id: " + sequence + "\nevent: product-pinned\ndata: " + facts.get(sequence - 1) + "\n\n";
    }

    private static int number(@Nullable String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text);
    }
}

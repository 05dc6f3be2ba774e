package dev.vetrina.localstack.bench.room;

import dev.vetrina.localstack.bench.Client;
import dev.vetrina.localstack.bench.HttpClientConnection;
import dev.vetrina.localstack.bench.LoadGenerator;
import dev.vetrina.localstack.bench.Sample;
import dev.vetrina.localstack.bench.room.viewer.SentStamp;
import dev.vetrina.localstack.stack.StackFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Customers who chat and react at a steady rate, through the gateway, whether or not they are answered in time. Each does so
 * seldom enough that nobody takes it for a flood.
 *
 * @param tokens of the customers
 */
record Bustle(int port, UUID session, List<String> tokens) {

    static final int MESSAGES_A_SECOND = 50;
    static final int REACTIONS_A_SECOND = 500;

    /** Each reacts once a second and writes every ten seconds. */
    static final int CUSTOMERS = REACTIONS_A_SECOND;

    private static final int CHAT_CONNECTIONS = 16;
    private static final int REACTION_CONNECTIONS = 32;
    private static final List<String> REMARKS = List.of(
            "I love the colour of this one,",
            "does it come in small as well?",
            "mine came last week and fits,",
            "how long is the sale today?",
            "greetings from Manchester,");

    /** Answers by status. */
    Map<Integer, Long> chat(Duration length) {
        AtomicInteger number = new AtomicInteger();
        return send(CHAT_CONNECTIONS, MESSAGES_A_SECOND, length, () -> {
            int next = number.getAndIncrement();
            String text = REMARKS.get(next % REMARKS.size()) + " " + SentStamp.of(System.currentTimeMillis());
            return request("chat-messages", next, "{\"text\":\"" + text + "\"}");
        });
    }

    /** Answers by status. */
    Map<Integer, Long> react(Duration length) {
        AtomicInteger number = new AtomicInteger();
        return send(
                REACTION_CONNECTIONS,
                REACTIONS_A_SECOND,
                length,
                () -> request("reactions", number.getAndIncrement(), "{\"kind\":\"HEART\"}"));
    }

    private byte[] request(String what, int number, String body) {
        return """
                POST /v1/sessions/%s/%s HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Authorization: Bearer %s\r
                Accept: application/json\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(session, what, port, tokens.get(number % tokens.size()), body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private Map<Integer, Long> send(int connections, double perSecond, Duration length, Supplier<byte[]> requests) {
        List<Client> clients = new ArrayList<>();
        try {
            for (int client = 0; client < connections; client++) {
                clients.add(HttpClientConnection.to(port, requests));
            }
            return LoadGenerator.openLoop(clients, perSecond, length).stream()
                    .collect(Collectors.groupingBy(Sample::status, TreeMap::new, Collectors.counting()));
        } catch (IOException e) {
            throw new StackFailure("Cannot connect to port " + port + ": is the system still up?", e);
        } finally {
            clients.forEach(Client::close);
        }
    }
}

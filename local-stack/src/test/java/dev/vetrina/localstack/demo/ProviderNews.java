package dev.vetrina.localstack.demo;

import dev.vetrina.localstack.http.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the simulated provider has to tell of its latest charges, everything from before included, by its own record. */
final class ProviderNews {

    /** First those of which order-service does not know the outcome, for its own answer is on its way or lost. */
    private static final String CHARGES = """
            select c.payment_id, c.status, c.method_token, c.captured_amount, c.decline_code,
                extract(epoch from c.created_at)::bigint as created_seconds,
                p.status in ('PROCESSING', 'UNKNOWN') as unanswered
            from simulated_charge c join payment p on p.id = c.payment_id
            where c.status <> 'REQUIRES_ACTION' order by unanswered desc, c.created_at desc limit 20
            """;

    private static final Map<String, String> TYPES = Map.of(
            "AUTHORISED", "payment.authorised",
            "CAPTURED", "payment.captured",
            "DECLINED", "payment.declined",
            "CANCELLED", "payment.cancelled");
    private static final Duration AUTHORISATION = Duration.ofDays(7);

    private final Random random;
    private final Set<UUID> told = new HashSet<>();

    ProviderNews(Random random) {
        this.random = random;
    }

    /**
     * An event as it is sent.
     *
     * @param early whether it tells an outcome that order-service did not know when this was read
     */
    record Event(String id, String body, boolean early) {}

    /** Of each charge once, in the order in which it happened. */
    List<Event> latest(Connection connection) throws SQLException {
        List<Event> events = new ArrayList<>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(CHARGES)) {
            while (row.next()) {
                if (told.add(row.getObject("payment_id", UUID.class))) {
                    events.addAll(life(row));
                }
            }
        }
        return events;
    }

    private List<Event> life(ResultSet row) throws SQLException {
        UUID payment = row.getObject("payment_id", UUID.class);
        List<Event> events = new ArrayList<>();
        events.add(event("payment.pending", payment, null, 0, 0, false));
        if (row.getString("method_token").equals("tok_requires_action")) {
            String url = "/v1/simulated-provider/challenges/" + payment;
            events.add(event("payment.requires-action", payment, url, 0, 0, false));
        }
        String type = TYPES.getOrDefault(row.getString("status"), "");
        long until = row.getLong("created_seconds") + AUTHORISATION.toSeconds();
        long captured = row.getLong("captured_amount");
        events.add(event(type, payment, row.getString("decline_code"), captured, until, row.getBoolean("unanswered")));
        return events;
    }

    private Event event(
            String type, UUID payment, @Nullable String text, long amount, long untilSeconds, boolean early) {
        String id = "evt_" + new UUID(random.nextLong(), random.nextLong());
        Map<String, @Nullable Object> event = new LinkedHashMap<>();
        event.put("id", id);
        event.put("type", type);
        event.put("paymentId", payment);
        event.put("refundId", null);
        event.put("text", text);
        event.put("amount", amount);
        event.put("until", untilSeconds);
        return new Event(id, Json.write(event), early);
    }
}

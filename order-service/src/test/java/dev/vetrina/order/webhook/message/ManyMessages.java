package dev.vetrina.order.webhook.message;

import dev.vetrina.kit.id.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Messages that nobody has to sell anything for. */
@ApplicationScoped
public class ManyMessages {

    private final MessageRows rows;
    private final WebhookSignal signal;
    private final Clock clock;

    ManyMessages(MessageRows rows, WebhookSignal signal, Clock clock) {
        this.rows = rows;
        this.signal = signal;
        this.clock = clock;
    }

    /** So many to each brand, in turn. Returns the ids of the first brand's, in their order. */
    public List<String> tell(List<UUID> brandIds, int each) {
        List<NewMessage> messages = new ArrayList<>();
        Instant now = clock.instant();
        for (int i = 0; i < each; i++) {
            for (UUID brandId : brandIds) {
                UUID id = Ids.next();
                String body = "{\"type\":\"stock.low\",\"data\":{\"available\":" + i + "}}";
                messages.add(new NewMessage(id, brandId, WebhookEventType.STOCK_LOW, id, now, body, null));
            }
        }
        QuarkusTransaction.requiringNew().run(() -> {
            rows.store(messages);
            signal.raiseAfterCommit();
        });
        return messages.stream()
                .filter(message -> message.brandId().equals(brandIds.getFirst()))
                .map(message -> message.id().toString())
                .toList();
    }
}

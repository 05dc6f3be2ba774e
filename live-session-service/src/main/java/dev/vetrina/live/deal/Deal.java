package dev.vetrina.live.deal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vetrina.events.DealEvent;
import dev.vetrina.events.DealEvent.DealArmed;
import dev.vetrina.events.DealEvent.DealClosed;
import dev.vetrina.events.DealEvent.DealRejected;
import dev.vetrina.events.DomainEvent;
import dev.vetrina.events.EventJson;
import dev.vetrina.events.LiveEvent.DealRequested;
import dev.vetrina.events.LiveEvent.DealWithdrawn;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deal as its host asked for it and as order-service last told of it. */
@Entity
class Deal {

    private static final long WITHDRAWAL_SEQUENCE = 2;

    @Id
    private UUID id;

    private UUID sessionId;
    private UUID productId;

    @Enumerated(EnumType.STRING)
    private DealStatus status;

    private @Nullable Integer countdownSeconds;
    private long sequence;
    private String requested;
    private @Nullable String armed;
    private @Nullable String rejected;
    private @Nullable String closed;
    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init")
    protected Deal() {}

    static Deal of(DealRequested request, UUID productId, int countdownSeconds) {
        Deal deal = new Deal();
        deal.id = request.dealId();
        deal.sessionId = request.sessionId();
        deal.productId = productId;
        deal.countdownSeconds = countdownSeconds;
        deal.status = DealStatus.REQUESTED;
        deal.requested = EventJson.write(request);
        return deal;
    }

    /** Asks for its end; the status follows when order-service has told of it. Empty if that was asked for or done before. */
    Optional<DealWithdrawn> withdraw(Instant now) {
        if (withdrawnAt != null || status == DealStatus.WITHDRAWN) {
            return Optional.empty();
        }
        if (status.over()) {
            throw ProblemException.conflict("deal-over", "The deal is " + status + ".")
                    .with("dealStatus", status);
        }
        withdrawnAt = now;
        return Optional.of(new DealWithdrawn(sessionId, WITHDRAWAL_SEQUENCE, id, now));
    }

    /**
     * Takes what order-service told. An event that is behind a later one changes nothing, but that the terms it brings are
     * better than none.
     *
     * @return whether it is news
     */
    boolean take(DealEvent event) {
        if (event instanceof DealArmed terms
                && terms.sequence() > terms().map(DealArmed::sequence).orElse(0L)) {
            armed = EventJson.write(terms);
        }
        if (event.sequence() <= sequence) {
            return false;
        }
        status = status.after(event);
        sequence = event.sequence();
        if (event instanceof DealRejected) {
            rejected = EventJson.write(event);
        } else if (event instanceof DealClosed) {
            closed = EventJson.write(event);
        }
        return true;
    }

    UUID id() {
        return id;
    }

    UUID sessionId() {
        return sessionId;
    }

    UUID productId() {
        return productId;
    }

    DealStatus status() {
        return status;
    }

    DealRequested request() {
        return read(DealRequested.class, requested);
    }

    /** Empty until it is armed. */
    Optional<DealArmed> terms() {
        return Optional.ofNullable(armed).map(event -> read(DealArmed.class, event));
    }

    /** The start of the countdown that ends then; null for a deal of which its length was not kept. */
    @Nullable
    Instant countdownAt(Instant opensAt) {
        return countdownSeconds == null ? null : opensAt.minusSeconds(countdownSeconds);
    }

    Optional<DealRejected> rejection() {
        return Optional.ofNullable(rejected).map(event -> read(DealRejected.class, event));
    }

    Optional<DealClosed> end() {
        return Optional.ofNullable(closed).map(event -> read(DealClosed.class, event));
    }

    @Nullable
    Instant withdrawnAt() {
        return withdrawnAt;
    }

    private static <E extends DomainEvent> E read(Class<E> type, String event) {
        return EventJson.read(EventJson.typeOf(type), event.getBytes(UTF_8))
                .map(type::cast)
                .orElseThrow();
    }
}

package dev.vetrina.order.deal;

import static java.util.Objects.requireNonNull;

import dev.vetrina.events.DealEvent;
import dev.vetrina.events.DealEvent.DealArmed;
import dev.vetrina.events.DealEvent.DealClosed;
import dev.vetrina.events.DealEvent.DealEnd;
import dev.vetrina.events.DealEvent.DealOpened;
import dev.vetrina.events.DealEvent.DealReopened;
import dev.vetrina.events.DealEvent.DealSoldOut;
import dev.vetrina.events.Money;
import dev.vetrina.order.stock.Pools;
import dev.vetrina.order.stock.StockLevel;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A deal. Every method either changes the state and returns the event that says so, or changes nothing. Written only by the group
 * commit, under the deal's row lock.
 */
public final class Deal {

    private final UUID id;
    private final UUID sessionId;
    private final @Nullable DealTerms terms;
    private final Map<String, Long> taken;
    private @Nullable DealHours hours;
    private DealStatus status;
    private long version;
    private boolean soldOut;
    private long sessionSequence;
    private @Nullable String reason;
    private @Nullable String detail;
    private boolean changed;

    Deal(
            UUID id,
            UUID sessionId,
            @Nullable DealTerms terms,
            @Nullable DealHours hours,
            DealStatus status,
            long version,
            boolean soldOut,
            long sessionSequence,
            Map<String, Long> taken) {
        this.id = id;
        this.sessionId = sessionId;
        this.terms = terms;
        this.hours = hours;
        this.status = status;
        this.version = version;
        this.soldOut = soldOut;
        this.sessionSequence = sessionSequence;
        this.taken = new TreeMap<>(taken);
    }

    /**
     * Its units are to be set aside in the same transaction.
     *
     * @param sessionSequence the state of its show from which its hours follow
     */
    static Deal armed(UUID id, UUID sessionId, DealTerms terms, DealHours hours, long sessionSequence) {
        Deal deal = new Deal(id, sessionId, terms, hours, DealStatus.ARMED, 1, false, sessionSequence, Map.of());
        deal.changed = true;
        return deal;
    }

    /** The memory of a deal that came to nothing. */
    static Deal neverArmed(UUID id, UUID sessionId, DealStatus status, String reason, String detail) {
        Deal deal = new Deal(id, sessionId, null, null, status, 1, false, 0, Map.of());
        deal.reason = reason;
        deal.detail = detail;
        deal.changed = true;
        return deal;
    }

    /** The request for a deal that was taken back before it came. */
    void rejectWithdrawn(String why) {
        become(DealStatus.REJECTED);
        detail = why;
    }

    DealArmed armed() {
        DealTerms offered = terms();
        return new DealArmed(
                id,
                version,
                sessionId,
                offered.variantId(),
                offered.brandId(),
                offered.prices().stream().map(MarketPrice::fact).toList(),
                offered.quantity(),
                offered.perBuyerLimit(),
                hours().opensAt(),
                hours().closesAt(),
                hours().pausedAt());
    }

    /** Opens it if its countdown has ended. */
    Optional<DealEvent> open(Instant now) {
        if (status != DealStatus.ARMED || !hours().opened(now)) {
            return Optional.empty();
        }
        become(DealStatus.OPEN);
        return Optional.of(new DealOpened(id, version, sessionId, terms().variantId(), now));
    }

    /** @param sequence of the show's change: one that is not newer than what the hours follow from changes nothing */
    Optional<DealEvent> pause(Instant at, long sequence) {
        if (!follows(sequence) || !hours().canPause(at)) {
            return Optional.empty();
        }
        return Optional.of(move(hours().pausedAt(at), sequence));
    }

    /** @param sequence as for a pause: the same resume twice would move the times twice */
    Optional<DealEvent> resume(Instant at, long sequence) {
        if (!follows(sequence) || hours().pausedAt() == null) {
            return Optional.empty();
        }
        return Optional.of(move(hours().resumedAt(at), sequence));
    }

    private boolean follows(long sequence) {
        return status.running() && sequence > sessionSequence;
    }

    private DealEvent move(DealHours next, long sequence) {
        hours = next;
        sessionSequence = sequence;
        touch();
        return armed();
    }

    /** What is available in its pool must go back in the same transaction. */
    DealClosed close(DealEnd why, StockLevel pool, Instant now) {
        become(DealStatus.CLOSED);
        reason = why.name();
        return new DealClosed(
                id, version, sessionId, terms().variantId(), why, pool.sold(), pool.held(), pool.available(), now);
    }

    /**
     * Tells when the last unit goes, and when one comes back.
     *
     * @param available for everybody: what is offered to somebody who waits is not
     */
    Optional<DealEvent> noticeAvailable(long available, Instant now) {
        if (status != DealStatus.OPEN || soldOut == (available == 0)) {
            return Optional.empty();
        }
        soldOut = available == 0;
        touch();
        UUID variantId = terms().variantId();
        return Optional.of(
                soldOut
                        ? new DealSoldOut(id, version, sessionId, variantId, now)
                        : new DealReopened(id, version, sessionId, variantId, available, now));
    }

    /** Whether a purchase counts that was received then. */
    boolean sells(String market, Instant receivedAt) {
        return status.running() && terms().in(market).isPresent() && hours().include(receivedAt);
    }

    /** What a unit costs under it in a market, or empty if it is not for that market. */
    public Optional<Money> priceIn(String market) {
        return terms().in(market).map(MarketPrice::price);
    }

    /** Units that an order takes or, with a negative number, gives back. */
    void take(String market, long units) {
        taken.merge(market, units, Math::addExact);
        changed = true;
    }

    private void become(DealStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("deal " + id + " cannot go from " + status + " to " + next);
        }
        status = next;
        touch();
    }

    private void touch() {
        version++;
        changed = true;
    }

    /** Whether it ever had units of its own. */
    public boolean wasArmed() {
        return terms != null;
    }

    /** The stock pool of its units. */
    public String pool() {
        return Pools.deal(id);
    }

    public UUID id() {
        return id;
    }

    public UUID sessionId() {
        return sessionId;
    }

    /** @throws IllegalStateException if it was never armed */
    public DealTerms terms() {
        if (terms == null) {
            throw new IllegalStateException("deal " + id + " was never armed");
        }
        return terms;
    }

    DealHours hours() {
        return requireNonNull(hours);
    }

    DealStatus status() {
        return status;
    }

    long version() {
        return version;
    }

    boolean soldOut() {
        return soldOut;
    }

    long sessionSequence() {
        return sessionSequence;
    }

    Map<String, Long> taken() {
        return Map.copyOf(taken);
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    String detail() {
        return detail;
    }

    boolean changed() {
        return changed;
    }
}

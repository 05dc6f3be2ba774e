package dev.vetrina.order.returns;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.order.fulfilment.GivenBack;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goods of one brand's part of an order that come back. Every method changes it, or throws and changes nothing. */
final class GoodsReturn {

    private final Origin origin;
    private List<ReturnLine> lines;
    private ReturnStatus status;
    private Decision decision;
    private Refund refund;
    private long version;
    private boolean changed;

    /**
     * What does not change any more.
     *
     * @param withdrawalId from which it follows, or null
     * @param note of the buyer
     */
    record Origin(
            UUID id,
            UUID orderId,
            UUID fulfilmentId,
            @Nullable UUID withdrawalId,
            @Nullable String note,
            Instant requestedAt) {}

    /** What the brand said and when. */
    record Decision(
            @Nullable Instant decidedAt,
            @Nullable RejectReason rejectReason,
            @Nullable String note,
            @Nullable Instant receivedAt) {

        static final Decision NONE = new Decision(null, null, null, null);

        Decision received(Instant now) {
            return new Decision(decidedAt, rejectReason, note, now);
        }
    }

    /**
     * What goes back for it in minor units.
     *
     * @param total with tax and shipping
     * @param tax of goods and shipping
     * @param shipping with its tax
     */
    record Refund(long total, long tax, long shipping) {
        static final Refund NONE = new Refund(0, 0, 0);
    }

    GoodsReturn(
            Origin origin,
            List<ReturnLine> lines,
            ReturnStatus status,
            Decision decision,
            Refund refund,
            long version) {
        this.origin = origin;
        this.lines = List.copyOf(lines);
        this.status = status;
        this.decision = decision;
        this.refund = refund;
        this.version = version;
    }

    static GoodsReturn request(Origin origin, List<ReturnLine> lines) {
        GoodsReturn wanted = new GoodsReturn(origin, lines, ReturnStatus.REQUESTED, Decision.NONE, Refund.NONE, 0);
        wanted.changed = true;
        return wanted;
    }

    /** Returns whether it was not approved yet. */
    boolean approve(Instant now) {
        if (status == ReturnStatus.APPROVED) {
            return false;
        }
        become(ReturnStatus.APPROVED);
        decision = new Decision(now, null, null, null);
        return true;
    }

    /** Returns whether it was not rejected yet. */
    boolean reject(RejectReason reason, @Nullable String note, Instant now) {
        if (status == ReturnStatus.REJECTED) {
            return false;
        }
        become(ReturnStatus.REJECTED);
        decision = new Decision(now, reason, note, null);
        return true;
    }

    /** @param receipts by line; a line that is missing came whole and can be sold again */
    void receive(Map<UUID, Receipt> receipts, Instant now) {
        receipts.forEach(this::requireOwn);
        become(ReturnStatus.RECEIVED);
        lines = lines.stream()
                .map(line -> {
                    Receipt receipt =
                            receipts.getOrDefault(line.lineId(), new Receipt(line.quantity(), line.quantity()));
                    return line.received(receipt.received(), receipt.restocked());
                })
                .toList();
        decision = decision.received(now);
    }

    void refunded(GivenBack back) {
        refund = new Refund(
                back.total().amount(), back.tax().amount(), back.shipping().amount());
    }

    private void requireOwn(UUID lineId, Receipt receipt) {
        boolean fits =
                lines.stream().anyMatch(line -> line.lineId().equals(lineId) && receipt.received() <= line.quantity());
        if (!fits || receipt.restocked() > receipt.received()) {
            throw ProblemException.invalid("lines", "must be lines of the return, with no more units than it has");
        }
    }

    private void become(ReturnStatus next) {
        if (!status.canBecome(next)) {
            throw ProblemException.conflict(
                            "return-not-" + next.name().toLowerCase(Locale.ROOT), "The return is " + status + ".")
                    .with("returnStatus", status);
        }
        status = next;
        version++;
        changed = true;
    }

    /** Units by line that came. */
    Map<UUID, Integer> received() {
        Map<UUID, Integer> units = new LinkedHashMap<>();
        lines.stream().filter(line -> line.received() > 0).forEach(line -> units.put(line.lineId(), line.received()));
        return units;
    }

    /** Whether the shipping goes back too, once nothing stays with the buyer. */
    boolean withShipping() {
        return lines.stream().allMatch(line -> line.reason().withShipping());
    }

    Origin origin() {
        return origin;
    }

    UUID id() {
        return origin.id();
    }

    List<ReturnLine> lines() {
        return lines;
    }

    ReturnStatus status() {
        return status;
    }

    Decision decision() {
        return decision;
    }

    Refund refund() {
        return refund;
    }

    long version() {
        return version;
    }

    boolean changed() {
        return changed;
    }
}

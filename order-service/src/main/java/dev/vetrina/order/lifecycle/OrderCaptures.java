package dev.vetrina.order.lifecycle;

import dev.vetrina.events.Money;
import dev.vetrina.kit.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What is captured of an authorised payment as goods leave: never more than is authorised and not given up. */
public final class OrderCaptures {

    private final Order order;

    OrderCaptures(Order order) {
        this.order = order;
    }

    /**
     * Asks for a part of the authorised money. The same id again changes nothing. The last one takes everything that is not given
     * up, what failed before included; without multicapture the first is the last.
     *
     * @param last whether nothing more will be shipped
     * @return the capture to execute after the commit; empty if there is nothing (more) to capture
     */
    public Optional<Capture> request(UUID captureId, Money amount, boolean last, boolean multicapture, Instant now) {
        Optional<Capture> known = find(captureId);
        if (known.isPresent()) {
            return known;
        }
        return order.attempts()
                .paying()
                .filter(payment -> payment.status() == PaymentStatus.AUTHORISED && payment.uncaptured() > 0)
                .flatMap(payment -> {
                    long open = payment.uncaptured();
                    long part = last || !multicapture ? open : Math.min(open, amount.amount());
                    // Goods may be free.
                    return part == 0 ? Optional.empty() : Optional.of(add(payment, captureId, part, part == open, now));
                });
    }

    /** A provider lets the rest go with the last capture: it is none as long as the outcome of another is open. */
    private Capture add(Payment payment, UUID captureId, long part, boolean everything, Instant now) {
        boolean last = everything
                && payment.captures().stream()
                        .noneMatch(capture -> capture.status().underWay());
        if (everything) {
            payment.captures().stream().filter(Capture::failedForGood).forEach(failed -> failed.retriedAs(captureId));
        }
        Capture capture = Capture.request(captureId, payment.id(), payment.money(part), last, now);
        payment.captures().add(capture);
        order.change();
        return capture;
    }

    /** Asks for everything that is not captured: the authorisation ends soon. */
    public Optional<Capture> requestRest(UUID captureId, Instant now) {
        return request(captureId, order.total(), true, false, now);
    }

    /**
     * What failed and was not asked for again is asked for again, as captures of their own, as far as it is still to be
     * captured.
     */
    public void retryFailed(Supplier<UUID> ids, Instant now) {
        for (Capture failed : all()) {
            if (failed.failedForGood() && ofPaying(failed)) {
                request(ids.get(), failed.amount(), failed.last(), true, now)
                        .ifPresent(retry -> failed.retriedAs(retry.id()));
            }
        }
    }

    private boolean ofPaying(Capture capture) {
        return order.attempts()
                .paying()
                .filter(payment -> payment.id().equals(capture.paymentId()))
                .isPresent();
    }

    /**
     * What goes back of a price depends on what is captured of it: nobody knows while a capture is under way.
     *
     * @throws ProblemException 409 {@code capture-in-progress}
     */
    public void requireNoneUnderWay() {
        if (all().stream().anyMatch(capture -> capture.status().underWay())) {
            throw ProblemException.conflict(
                    "capture-in-progress", "Money of the order is being taken just now. Try again in a moment.");
        }
    }

    /** Whether what the provider captured in total is enough for it, beside those that succeeded. */
    public boolean coveredByTotal(Capture capture) {
        Payment payment = order.attempts().get(capture.paymentId());
        long others = payment.captures().stream()
                .filter(other -> other.status() == TransferStatus.SUCCEEDED)
                .filter(other -> !other.id().equals(capture.id()))
                .mapToLong(other -> other.amount().amount())
                .sum();
        return payment.captured().amount() >= others + capture.amount().amount();
    }

    public void succeeded(UUID captureId, Instant now) {
        Capture capture = get(captureId);
        if (capture.status().underWay()) {
            capture.become(TransferStatus.SUCCEEDED, null, now);
            order.attempts().get(capture.paymentId()).endIfGivenUp(now);
            order.change();
        }
    }

    public void failed(UUID captureId, String error, Instant now) {
        Capture capture = get(captureId);
        if (capture.status().underWay()) {
            capture.become(TransferStatus.FAILED, error, now);
            order.change();
        }
    }

    public void unanswered(UUID captureId, String error, Instant now) {
        Capture capture = get(captureId);
        if (capture.status().underWay()) {
            capture.become(TransferStatus.UNKNOWN, error, now);
            order.change();
        }
    }

    /** @throws ProblemException 404 */
    public Capture get(UUID captureId) {
        return find(captureId).orElseThrow(() -> ProblemException.notFound("capture", captureId));
    }

    private Optional<Capture> find(UUID captureId) {
        return all().stream().filter(capture -> capture.id().equals(captureId)).findFirst();
    }

    public List<Capture> all() {
        return order.attempts().all().stream()
                .flatMap(payment -> payment.captures().stream())
                .toList();
    }
}

package dev.vetrina.gateway.cache;

import dev.vetrina.gateway.proxy.AnswerTooLong;
import dev.vetrina.gateway.proxy.ServiceAnswer;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;

/** Answers public questions: from what is kept, or with one question to the service for all who wait for the same. */
@Singleton
public class SharedAnswers {

    private static final Logger LOG = Logger.getLogger(SharedAnswers.class);

    private final ConcurrentMap<String, Flight> flights = new ConcurrentHashMap<>();
    private final AnswerStore store;
    private final AnswerWriter writer;
    private final CacheMetrics metrics;
    private final CacheSettings settings;
    private final Clock clock;

    SharedAnswers(AnswerStore store, AnswerWriter writer, CacheMetrics metrics, CacheSettings settings, Clock clock) {
        this.store = store;
        this.writer = writer;
        this.metrics = metrics;
        this.settings = settings;
        this.clock = clock;
    }

    /** Passes the request by if its answer turns out to be not for all. */
    public void answer(RoutingContext routing, PublicRead read, Source source) {
        long now = clock.millis();
        Stored stored = store.get(read.uri());
        String question = read.uri();
        if (stored instanceof Stored.ByLanguage) {
            question = read.inLanguage();
            stored = store.get(question);
        }
        if (stored instanceof Stored.Answer answer && answer.isFresh(now)) {
            metrics.hit();
            writer.write(routing, answer, CacheStatus.HIT, now);
        } else if (stored instanceof Stored.Passed passed && now < passed.until()) {
            metrics.passed();
            source.pass(routing);
        } else {
            board(question, Waiter.of(routing, read, source, now), now);
        }
    }

    private void board(String question, Waiter waiter, long now) {
        while (true) {
            Flight own = new Flight(now);
            Flight before = flights.putIfAbsent(question, own);
            if (before == null) {
                own.board(waiter);
                takeOff(question, own, waiter);
                return;
            }
            if (before.isLate() && isAnsweredBefore(question, waiter, now)) {
                return;
            }
            if (before.board(waiter)) {
                metrics.coalesced();
                return;
            }
        }
    }

    private void takeOff(String question, Flight flight, Waiter first) {
        // Another flight may have landed since this one was found to be needed.
        if (store.get(question) instanceof Stored.Answer kept && kept.isFresh(clock.millis())) {
            metrics.hit();
            deliver(question, flight, first, new Outcome.Answered(kept, ""));
            return;
        }
        metrics.miss();
        Vertx vertx = first.routing().vertx();
        long patience = vertx.setTimer(settings.patience().toMillis(), late -> beLate(question, flight));
        Future.succeededFuture()
                .compose(now -> first.source().ask(first.routing(), first.read()))
                .onComplete(asked -> vertx.cancelTimer(patience))
                .transform(result -> Future.succeededFuture(outcome(question, flight, first, result)))
                .otherwise(Outcome.Failed::new)
                .onSuccess(outcome -> deliver(question, flight, first, outcome));
    }

    /** A service that hangs fails only when nobody wants its last answer any more. What it answers late is kept for the next. */
    private void beLate(String question, Flight flight) {
        long now = clock.millis();
        if (usableBefore(question, now).isPresent()) {
            for (Waiter waiter : flight.beLate()) {
                waiter.context().runOnContext(turn -> board(question, waiter, now));
            }
        }
    }

    private boolean isAnsweredBefore(String question, Waiter waiter, long now) {
        Optional<Stored.Answer> before = usableBefore(question, now);
        before.ifPresent(answer -> deliver(waiter, false, new Outcome.AnsweredBefore(answer)));
        return before.isPresent();
    }

    private Optional<Stored.Answer> usableBefore(String question, long now) {
        return store.get(question) instanceof Stored.Answer answer && answer.isUsable(now)
                ? Optional.of(answer)
                : Optional.empty();
    }

    private Outcome outcome(String question, Flight flight, Waiter first, AsyncResult<ServiceAnswer> result) {
        long now = clock.millis();
        if (result.failed() || result.result().isAway()) {
            return unanswered(question, result, now);
        }
        ServiceAnswer answer = result.result();
        if (answer.status() != 200) {
            return new Outcome.Refused(answer);
        }
        Shareability shareability = Shareability.of(answer.headers());
        if (shareability == Shareability.FOR_ONE) {
            return passed(question, now);
        }
        Lifetime lifetime = Lifetime.of(first.read(), answer, settings, flight.askedAt(), now);
        Stored.Answer kept = Stored.Answer.of(answer, lifetime, flight.askedAt());
        if (shareability == Shareability.FOR_ALL) {
            store.put(question, kept);
            return new Outcome.Answered(kept, "");
        }
        store.put(first.read().uri(), new Stored.ByLanguage());
        store.put(first.read().inLanguage(), kept);
        return new Outcome.Answered(kept, first.read().language());
    }

    private Outcome unanswered(String question, AsyncResult<ServiceAnswer> result, long now) {
        if (result.cause() instanceof AnswerTooLong) {
            return passed(question, now);
        }
        LOG.debugf(result.cause(), "No answer to %s", question);
        return usableBefore(question, now)
                .<Outcome>map(Outcome.AnsweredBefore::new)
                .orElseGet(() ->
                        result.failed() ? new Outcome.Failed(result.cause()) : new Outcome.Refused(result.result()));
    }

    private Outcome passed(String question, long now) {
        store.put(question, new Stored.Passed(now + settings.passed().toMillis()));
        return new Outcome.NotForAll();
    }

    private void deliver(String question, Flight flight, Waiter first, Outcome outcome) {
        flights.remove(question, flight);
        for (Waiter waiter : flight.land()) {
            waiter.context().runOnContext(now -> deliver(waiter, waiter.equals(first), outcome));
        }
    }

    private void deliver(Waiter waiter, boolean first, Outcome outcome) {
        if (waiter.isGone()) {
            return;
        }
        long now = clock.millis();
        RoutingContext routing = waiter.routing();
        switch (outcome) {
            case Outcome.Answered answered
            when !answered.isFor(waiter) -> board(questionOf(waiter.read()), waiter, now);
            case Outcome.Answered answered ->
                writer.write(routing, answered.answer(), first ? CacheStatus.MISS : CacheStatus.COALESCED, now);
            case Outcome.AnsweredBefore(Stored.Answer answer) -> {
                metrics.stale();
                writer.write(routing, answer, CacheStatus.STALE, now);
            }
            case Outcome.Refused(ServiceAnswer answer) -> writer.refuse(routing, answer, first);
            case Outcome.Failed(Throwable failure) -> writer.fail(routing, failure);
            case Outcome.NotForAll() -> waiter.source().pass(routing);
        }
    }

    private String questionOf(PublicRead read) {
        return store.get(read.uri()) instanceof Stored.ByLanguage ? read.inLanguage() : read.uri();
    }
}

package dev.vetrina.kit.trial;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A provider outside of any transaction, which does what the test lined up and otherwise succeeds. */
@ApplicationScoped
public class Charges {

    private final Queue<Behaviour> planned = new ConcurrentLinkedQueue<>();
    private final AtomicInteger runs = new AtomicInteger();

    /** What the next charge does. */
    public enum Behaviour {
        REFUSE,
        BE_AWAY,
        CRASH,
        PASS_THE_GATE
    }

    public void plan(Behaviour next) {
        planned.add(next);
    }

    public int runs() {
        return runs.get();
    }

    UUID charge(Gate gate) throws InterruptedException {
        runs.incrementAndGet();
        @Nullable Behaviour behaviour = planned.poll();
        if (behaviour != null) {
            switch (behaviour) {
                case REFUSE -> throw ProblemException.conflict("card-blocked", "The card is blocked.");
                case BE_AWAY -> throw ProblemException.unavailable("provider-away", "Not now.", Duration.ofSeconds(2));
                case CRASH -> throw new IllegalStateException("the process died between the claim and the answer");
                case PASS_THE_GATE -> gate.pass();
            }
        }
        return UUID.randomUUID();
    }
}

package dev.vetrina.localstack.room;

import dev.vetrina.localstack.stack.LocalStack;
import dev.vetrina.localstack.stack.Service;
import dev.vetrina.localstack.stack.ServiceProcess;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Ends one process after the other with {@code kill -9}, and starts it again before the next: each once before any twice. */
final class Kills {

    private final LocalStack stack;
    private final Random random;
    private final Deque<ServiceProcess> victims = new ArrayDeque<>();

    Kills(LocalStack stack, Random random) {
        this.stack = stack;
        this.random = random;
    }

    /** Returns the name of the one that was killed, once it is ready again. */
    String killOne() {
        if (victims.isEmpty()) {
            List<ServiceProcess> all = new ArrayList<>(stack.instances(Service.GATEWAY));
            all.addAll(stack.instances(Service.LIVE));
            Collections.shuffle(all, random);
            victims.addAll(all);
        }
        ServiceProcess victim = victims.remove();
        victim.kill();
        stack.restart(victim);
        return victim.id();
    }
}

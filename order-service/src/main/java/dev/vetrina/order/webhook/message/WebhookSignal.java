package dev.vetrina.order.webhook.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the senders of this process when there is something to send, so that it need not wait for their next look. */
@ApplicationScoped
public class WebhookSignal {

    private final Semaphore raised = new Semaphore(0);
    private final TransactionSynchronizationRegistry transaction;

    WebhookSignal(TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
    }

    public void raise() {
        raised.release();
    }

    public void raiseAfterCommit() {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing to do before the commit.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    raise();
                }
            }
        });
    }

    public void await(Duration atMost) throws InterruptedException {
        if (raised.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            int _ = raised.drainPermits();
        }
    }
}

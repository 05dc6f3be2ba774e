package dev.vetrina.order.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A movement of money that a provider was asked for once, and is asked for again under the same id until it tells. */
public abstract sealed class Transfer permits Refund, Capture {

    private final Progress progress;
    private TransferStatus status;

    Transfer(TransferStatus status, Progress progress) {
        this.status = status;
        this.progress = progress;
    }

    /** Returns whether the state changed. */
    boolean become(TransferStatus next, @Nullable String error, Instant now) {
        if (!status.canBecome(next)) {
            return false;
        }
        boolean changed = status != next;
        status = next;
        switch (next) {
            case REQUESTED, UNKNOWN -> progress.later(error == null ? "" : error, now);
            case SUCCEEDED -> progress.done();
            case FAILED -> progress.failed(error == null ? "" : error);
        }
        return changed;
    }

    public TransferStatus status() {
        return status;
    }

    /** Why it was in vain so far, or failed. */
    public @Nullable String lastError() {
        return progress.lastError();
    }

    Progress progress() {
        return progress;
    }
}

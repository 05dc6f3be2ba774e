package dev.vetrina.kit.idempotency;

/** The request was answered before: its stored answer is sent again. */
public final class ReplayException extends RuntimeException {

    private final transient StoredAnswer answer;

    public ReplayException(StoredAnswer answer) {
        super("answered before", null, false, false);
        this.answer = answer;
    }

    public StoredAnswer answer() {
        return answer;
    }
}

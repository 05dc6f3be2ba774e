package dev.vetrina.localstack.stack;

/** Ends a command with a sentence for the person at the terminal that says what to do, in place of a stack trace. */
public final class StackFailure extends RuntimeException {

    public StackFailure(String sentence) {
        super(sentence);
    }

    public StackFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

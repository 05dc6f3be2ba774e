package dev.vetrina.gateway.proxy;

/** The answer is longer than whoever asked for it can keep. */
public final class AnswerTooLong extends Exception {
    AnswerTooLong(long maxBytes) {
        super("the answer is longer than " + maxBytes + " bytes", null, false, false);
    }
}

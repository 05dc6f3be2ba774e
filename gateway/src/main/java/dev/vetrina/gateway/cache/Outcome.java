package dev.vetrina.gateway.cache;

import dev.vetrina.gateway.proxy.ServiceAnswer;

/** What came of a question. */
sealed interface Outcome {

    /** @param language for which alone it is, empty for all */
    record Answered(Stored.Answer answer, String language) implements Outcome {

        /** One who came later than the answer holds needs a newer one, and one of another language another one. */
        boolean isFor(Waiter waiter) {
            return (language.isEmpty() || language.equals(waiter.read().language()))
                    && answer.holdsFor(waiter.arrivedAt());
        }
    }

    /** The service is away; this is what it said last. */
    record AnsweredBefore(Stored.Answer answer) implements Outcome {}

    /** Whatever is not kept: a refusal. */
    record Refused(ServiceAnswer answer) implements Outcome {}

    record Failed(Throwable failure) implements Outcome {}

    /** Each is to ask for itself. */
    record NotForAll() implements Outcome {}
}

package dev.vetrina.kit.idempotency;

/** An answer with something that nobody is shown twice, such as a secret: a repeat of the request gets what remains. */
public interface ShownOnce {

    /** The answer without it, as it is stored. */
    Object toKeep();
}

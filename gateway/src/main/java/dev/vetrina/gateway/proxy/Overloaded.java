package dev.vetrina.gateway.proxy;

/** There was no room for it, so the service was not asked. */
final class Overloaded extends Exception {
    Overloaded(Upstream upstream) {
        super("too much is under way to " + upstream, null, false, false);
    }
}

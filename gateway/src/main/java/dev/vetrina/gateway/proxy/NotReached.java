package dev.vetrina.gateway.proxy;

/** No connection to the service could be had, so the request had no effect. */
final class NotReached extends Exception {
    NotReached(String why) {
        super(why, null, false, false);
    }

    NotReached(Throwable cause) {
        super(cause.getMessage(), cause, false, false);
    }
}

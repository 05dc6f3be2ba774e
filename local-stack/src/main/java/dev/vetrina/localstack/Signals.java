package dev.vetrina.localstack;

import java.lang.reflect.Proxy;
import java.util.List;

/**
 * Ctrl-C, {@code kill} and a closed terminal, heard by the program instead of by the JVM: its shutdown hooks all run at
 * once, and PostgreSQL would go before the services that still write to it.
 */
final class Signals {

    private Signals() {}

    /**
     * Calls {@code action} on SIGINT, SIGTERM and SIGHUP. By reflection, because javac warns of the class, which the JDK
     * supports for this very purpose, in a way that cannot be suppressed.
     */
    static void onStop(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object calling = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        action.run();
                        return null;
                    });
            for (String name : List.of("INT", "TERM", "HUP")) {
                signal.getMethod("handle", signal, handler)
                        .invoke(null, signal.getConstructor(String.class).newInstance(name), calling);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This JVM has no sun.misc.Signal", e);
        }
    }
}

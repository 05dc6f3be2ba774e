package dev.vetrina.testkit.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class JvmWideTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Test
    void classesOfAnotherLoaderReachTheSameObject() throws Exception {
        IntSupplier here = counting();
        IntSupplier elsewhere = ofAnotherLoader("counting");

        assertThat(here.getAsInt()).isEqualTo(1);
        assertThat(elsewhere.getAsInt()).isEqualTo(2);
        assertThat(here.getAsInt()).isEqualTo(3);
    }

    @Test
    void anExceptionArrivesAsItWasThrown() throws Exception {
        IntSupplier failing = ofAnotherLoader("failing");

        assertThatThrownBy(failing::getAsInt).isInstanceOf(UnsupportedOperationException.class);
    }

    public static IntSupplier counting() {
        return JvmWide.shared(Counter.class, JvmWideTest.class, "counter")::increment;
    }

    public static IntSupplier failing() {
        return JvmWide.shared(Counter.class, JvmWideTest.class, "brokenCounter")::increment;
    }

    static Counter counter() {
        return COUNT::incrementAndGet;
    }

    static Counter brokenCounter() {
        return () -> {
            throw new UnsupportedOperationException();
        };
    }

    private static IntSupplier ofAnotherLoader(String method) throws Exception {
        Class<?> again = new Again().loadClass(JvmWideTest.class.getName());
        assertThat(again).isNotSameAs(JvmWideTest.class);
        var factory = again.getDeclaredMethod(method);
        factory.setAccessible(true);
        return (IntSupplier) Objects.requireNonNull(factory.invoke(null));
    }

    public interface Counter {
        int increment();
    }

    /** Defines our classes a second time, as Quarkus does for every application it starts. */
    private static final class Again extends ClassLoader {

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.vetrina.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = Objects.requireNonNull(bytes).readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}

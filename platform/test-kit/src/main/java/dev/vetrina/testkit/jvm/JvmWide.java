package dev.vetrina.testkit.jvm;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Reaches an object of which there is one a JVM. Quarkus loads a test's classes anew for every application it starts, so
 * a static field is one a class loader: a second application in the same JVM would start a second PostgreSQL. The one
 * object therefore lives in the class that the system class loader sees, and everyone else talks to it through its
 * interface, whose methods use only types of the JDK.
 */
public final class JvmWide {

    private JvmWide() {}

    /** Calls the static, parameterless {@code factory} of {@code holder} as the system class loader knows it. */
    public static <T> T shared(Class<T> type, Class<?> holder, String factory) {
        ClassLoader system = ClassLoader.getSystemClassLoader();
        Class<?> home = loadedBy(system, holder);
        Object shared = call(system, method(home, factory), null);
        if (type.isInstance(shared)) {
            return type.cast(shared);
        }
        Class<?> homeType = loadedBy(system, type);
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call(
                        system, method(homeType, method.getName(), method.getParameterTypes()), shared, arguments));
        return type.cast(proxy);
    }

    private static Class<?> loadedBy(ClassLoader loader, Class<?> type) {
        try {
            return loader.loadClass(type.getName());
        } catch (ClassNotFoundException notOnTheClassPath) {
            return type;
        }
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            Method method = type.getDeclaredMethod(name, parameters);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " has no method " + name, e);
        }
    }

    /** Service loaders look at the thread's class loader, and must not mix the caller's classes with the system's. */
    private static @Nullable Object call(
            ClassLoader loader, Method method, @Nullable Object target, @Nullable Object... arguments) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(method + " failed", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " is out of reach", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}

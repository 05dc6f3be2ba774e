package dev.vetrina.order;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

/** A data source that knows which statements each thread has prepared: a request has a thread of its own. */
public final class CountedStatements {

    private final Map<Thread, List<String>> prepared = new ConcurrentHashMap<>();

    public DataSource of(DataSource real) {
        return proxy(DataSource.class, (method, arguments) -> {
            Object answer = invoke(real, method, arguments);
            return answer instanceof Connection connection ? counted(connection) : answer;
        });
    }

    /** How many statements the thread has prepared that prepared one with these words. */
    public int besides(String words) {
        List<List<String>> threads = prepared.values().stream()
                .filter(statements -> statements.stream().anyMatch(sql -> sql.contains(words)))
                .toList();
        if (threads.size() != 1) {
            throw new AssertionError(threads.size() + " threads prepared a statement with " + words);
        }
        return threads.getFirst().size();
    }

    public void forget() {
        prepared.clear();
    }

    private Connection counted(Connection real) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                prepared.computeIfAbsent(Thread.currentThread(), _ -> new CopyOnWriteArrayList<>())
                        .add((String) arguments[0]);
            }
            return invoke(real, method, arguments);
        });
    }

    private interface Invocation {
        Object invoke(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Invocation invocation) {
        return type.cast(Proxy.newProxyInstance(
                CountedStatements.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> invocation.invoke(method, arguments)));
    }

    private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}

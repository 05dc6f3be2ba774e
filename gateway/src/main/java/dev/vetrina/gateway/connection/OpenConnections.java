package dev.vetrina.gateway.connection;

import dev.vetrina.gateway.web.Peers;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** How many connections there are, and whose. */
@Singleton
@Startup
class OpenConnections {

    /** Vert.x builds its transport before there are beans: until then nobody can have connected. */
    private static volatile @Nullable OpenConnections current;

    private final ConnectionSettings settings;
    private final Peers peers;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentMap<String, Integer> byAddress = new ConcurrentHashMap<>();
    private final Counter refused;

    OpenConnections(ConnectionSettings settings, Peers peers, MeterRegistry meters) {
        this.settings = settings;
        this.peers = peers;
        this.refused = meters.counter("vetrina.connections.refused");
        meters.gauge("vetrina.connections.open", all);
        current = this;
    }

    @PreDestroy
    void end() {
        current = null;
    }

    static @Nullable OpenConnections current() {
        return current;
    }

    static String addressOf(Channel connection) {
        return connection.remoteAddress() instanceof InetSocketAddress remote && remote.getAddress() != null
                ? remote.getAddress().getHostAddress()
                : "";
    }

    ConnectionSettings settings() {
        return settings;
    }

    /** Whether one more may come from there; if so, it is counted until it leaves. */
    boolean enter(String address) {
        if (all.incrementAndGet() > settings.max()) {
            all.decrementAndGet();
            refused.increment();
            return false;
        }
        int ofAddress = byAddress.merge(Peers.network(address), 1, Integer::sum);
        if (ofAddress > settings.maxOfAddress() && !peers.isTrustedProxy(address)) {
            leave(address);
            refused.increment();
            return false;
        }
        return true;
    }

    void leave(String address) {
        all.decrementAndGet();
        // Nothing is kept of those who have gone.
        byAddress.computeIfPresent(Peers.network(address), (network, open) -> open == 1 ? null : open - 1);
    }
}

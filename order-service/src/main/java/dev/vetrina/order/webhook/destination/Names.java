package dev.vetrina.order.webhook.destination;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.NoopDnsCache;
import io.netty.util.concurrent.DefaultThreadFactory;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks DNS anew each time and keeps no thread waiting for it: the JDK's resolver would hold one for every name whose servers do not
 * answer, and remembers for 30 seconds what may have been changed on purpose.
 */
@Singleton
public class Names {

    private static final Duration QUERY = Duration.ofSeconds(3);
    private static final Duration ALL_QUERIES = Duration.ofSeconds(10);

    private final EventLoopGroup thread = new NioEventLoopGroup(1, new DefaultThreadFactory("webhook-names", true));
    private final DnsNameResolver resolver = new DnsNameResolverBuilder(thread.next())
            .datagramChannelType(NioDatagramChannel.class)
            .queryTimeoutMillis(QUERY.toMillis())
            .resolveCache(NoopDnsCache.INSTANCE)
            .build();

    @PreDestroy
    void close() {
        resolver.close();
        var _ = thread.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    /** The addresses of a name, or the one that is written as such. */
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        try {
            return resolver.resolveAll(host).get(ALL_QUERIES.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw unknown(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private static UnknownHostException unknown(String host, Exception cause) {
        UnknownHostException unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }
}

package dev.vetrina.order.webhook.destination;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** DNS in which a test says what a name means, and may change its mind. All other names are asked for as ever. */
@Mock
@Singleton
public class ScriptedNames extends Names {

    private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

    public static void point(String host, String address) {
        ADDRESSES.put(host, address);
    }

    @Override
    public List<InetAddress> resolve(String host) throws UnknownHostException {
        String scripted = ADDRESSES.get(host);
        return scripted == null ? super.resolve(host) : List.of(InetAddress.ofLiteral(scripted));
    }
}

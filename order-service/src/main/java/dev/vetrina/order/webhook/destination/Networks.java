package dev.vetrina.order.webhook.destination;

import inet.ipaddr.AddressStringException;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses webhooks may be sent to. */
@ApplicationScoped
class Networks {

    /** Of IPv4 everything but IANA's special purposes: private, shared, loopback, link-local (with clouds' metadata), multicast … */
    private static final List<IPAddress> NOT_PUBLIC_V4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Of IPv6 only what is global unicast: neither local, mapped, NAT64 nor multicast addresses lie in it. */
    private static final IPAddress GLOBAL_V6 = network("2000::/3");

    /** And of that not Teredo, benchmarking, documentation and 6to4, some of which lead to IPv4 addresses of any kind. */
    private static final List<IPAddress> NOT_PUBLIC_V6 =
            networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    private final List<IPAddress> allowed;

    Networks(WebhookSettings settings) {
        allowed = networks(settings.allowedNetworks().orElse(List.of()).toArray(String[]::new));
    }

    boolean permits(InetAddress address) {
        IPAddress ip = new IPAddressGenerator().from(address);
        return allowed.stream().anyMatch(network -> network.contains(ip)) || isPublic(ip);
    }

    private static boolean isPublic(IPAddress ip) {
        return ip.isIPv4()
                ? NOT_PUBLIC_V4.stream().noneMatch(network -> network.contains(ip))
                : GLOBAL_V6.contains(ip) && NOT_PUBLIC_V6.stream().noneMatch(network -> network.contains(ip));
    }

    private static List<IPAddress> networks(String... texts) {
        return Stream.of(texts).map(Networks::network).toList();
    }

    private static IPAddress network(String text) {
        try {
            return new IPAddressString(text.strip()).toAddress();
        } catch (AddressStringException e) {
            throw new IllegalArgumentException("vetrina.webhooks.allowed-networks: " + text, e);
        }
    }
}

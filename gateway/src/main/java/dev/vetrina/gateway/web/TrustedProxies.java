package dev.vetrina.gateway.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Networks whose word on where a request comes from is believed. */
final class TrustedProxies {

    /** Addresses as texts of their bits, so that a network is what they begin with. */
    private record Network(int addressBits, String prefix) {
        boolean contains(String address) {
            return address.length() == addressBits && address.startsWith(prefix);
        }
    }

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?");

    private final List<Network> networks;

    /** @param networks IP addresses, each perhaps with a prefix length */
    TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(TrustedProxies::network).toList();
    }

    boolean contains(String address) {
        if (networks.isEmpty()) {
            return false;
        }
        String bits = bits(address);
        return networks.stream().anyMatch(network -> network.contains(bits));
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    private static Network network(String text) {
        String[] addressAndLength = text.strip().split("/", 2);
        String bits = bits(addressAndLength[0]);
        int length = addressAndLength.length == 2 ? Integer.parseInt(addressAndLength[1]) : bits.length();
        if (length < 0 || length > bits.length()) {
            throw new IllegalArgumentException(text + " is not a network");
        }
        return new Network(bits.length(), bits.substring(0, length));
    }

    private static String bits(String address) {
        if (!isAddress(address)) {
            throw new IllegalArgumentException(address + " is not an IP address");
        }
        try {
            StringBuilder bits = new StringBuilder();
            for (byte part : InetAddress.getByName(address).getAddress()) {
                bits.append(String.format(Locale.ROOT, "%8s", Integer.toBinaryString(part & 0xff))
                        .replace(' ', '0'));
            }
            return bits.toString();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address + " is not an IP address", e);
        }
    }
}

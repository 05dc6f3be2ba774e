package dev.vetrina.localstack.stack;

import dev.vetrina.testkit.server.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which port each part listens on, all on the loopback interface. */
public record Ports(Map<Port, Integer> numbers) {

    private static final int CONNECT_MILLIS = 300;

    public Ports {
        numbers = Map.copyOf(numbers);
    }

    /**
     * The usual ports, unless the command line or else the environment names others.
     *
     * @throws StackFailure if one is no number from 1 to 65535, or is given twice
     */
    public static Ports chosen(Function<String, Optional<String>> option, Map<String, String> environment) {
        Map<Port, Integer> chosen = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            Optional<String> given =
                    option.apply(port.option()).or(() -> Optional.ofNullable(environment.get(port.variable())));
            chosen.put(port, given.map(text -> number(port, text)).orElse(port.usual()));
        }
        Set<Integer> distinct = new HashSet<>(chosen.values());
        if (distinct.size() < chosen.size()) {
            throw new StackFailure("Two parts were given the same port: " + chosen + ". Give each its own.");
        }
        return new Ports(chosen);
    }

    /** Ports that nobody listens on at this moment, for a stack beside another. */
    public static Ports free() {
        Map<Port, Integer> found = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            int number = FreePort.find();
            while (found.containsValue(number)) {
                number = FreePort.find();
            }
            found.put(port, number);
        }
        return new Ports(found);
    }

    public int of(Port port) {
        return numbers.getOrDefault(port, port.usual());
    }

    public String url(Port port) {
        return "http://127.0.0.1:" + of(port);
    }

    /** @throws StackFailure that names the first port that is taken */
    void requireFree(Collection<Port> used) {
        for (Port port : used) {
            if (isTaken(of(port))) {
                throw new StackFailure("Port " + of(port) + " is taken by another program: choose another with "
                        + port.option() + "=PORT or " + port.variable() + "=PORT.");
            }
        }
    }

    /** Some systems let a narrower address be bound beside a wildcard, so binding alone does not tell. */
    private static boolean isTaken(int port) {
        return answers(port) || !canBeBound(port);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean canBeBound(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    private static int number(Port port, String text) {
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= 1 && number <= 65535) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Reported below, like a number that is too large.
        }
        throw new StackFailure(port.option() + " needs a port from 1 to 65535, not '" + text + "'.");
    }
}

package dev.vetrina.testkit.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Who may ask for a token, and by which secret. */
final class Accounts {

    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final RegisteredClients registered;
    private final List<Users> users = new CopyOnWriteArrayList<>();

    /** @param registered those that an administrator adds and removes */
    Accounts(RegisteredClients registered) {
        this.registered = registered;
    }

    void addClient(String id, String secret, Account account) {
        clients.put(id, new Client(secret, account));
    }

    void addUsers(String clientId, Pattern names, String password, Function<String, Account> account) {
        users.add(new Users(clientId, names, password, account));
    }

    Optional<Account> client(String id, String secret) {
        return Optional.ofNullable(clients.get(id))
                .or(() -> registered.named(id).map(client -> new Client(client.secret(), client.account())))
                .filter(client -> same(client.secret, secret))
                .map(Client::account);
    }

    /** The clients of users are public: an application in a browser can keep no secret. */
    Optional<Account> user(String clientId, String name, String password) {
        return users.stream()
                .filter(group -> group.clientId.equals(clientId)
                        && group.names.matcher(name).matches())
                .filter(group -> same(group.password, password))
                .findFirst()
                .map(group -> group.account.apply(name));
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private record Client(String secret, Account account) {}

    private record Users(String clientId, Pattern names, String password, Function<String, Account> account) {}
}

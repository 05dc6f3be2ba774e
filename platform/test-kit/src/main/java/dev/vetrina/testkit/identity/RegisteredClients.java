package dev.vetrina.testkit.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The clients that were added at run time. With a file they are there again after a restart, as Keycloak's are. */
final class RegisteredClients {

    private final Map<String, RegisteredClient> byId = new LinkedHashMap<>();
    private final @Nullable Path file;

    RegisteredClients(@Nullable Path file) {
        this.file = file;
        if (file != null && Files.exists(file)) {
            read(file);
        }
    }

    synchronized Optional<RegisteredClient> named(String clientId) {
        return byId.values().stream()
                .filter(client -> client.clientId().equals(clientId))
                .findFirst();
    }

    synchronized Optional<RegisteredClient> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Returns whether its name was free. */
    synchronized boolean add(RegisteredClient added) {
        if (named(added.clientId()).isPresent()) {
            return false;
        }
        put(added);
        return true;
    }

    synchronized void put(RegisteredClient client) {
        byId.put(client.id(), client);
        write();
    }

    synchronized void remove(RegisteredClient client) {
        byId.remove(client.id());
        write();
    }

    private void read(Path stored) {
        try {
            JsonUtil.parseJson(Files.readString(stored))
                    .forEach((id, representation) -> byId.put(id, new RegisteredClient(id, members(representation))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JoseException e) {
            throw new IllegalStateException("Not a list of clients: " + stored, e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object representation) {
        return (Map<String, Object>) representation;
    }

    /** The new file takes the old one's place when it is whole; only its owner may read it, because secrets are in it. */
    private void write() {
        if (file == null) {
            return;
        }
        Map<String, Object> all = new LinkedHashMap<>();
        byId.forEach((id, client) -> all.put(id, client.representation()));
        try {
            Path fresh = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    "clients",
                    ".json",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, List.of(JsonAnswer.json(all)));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

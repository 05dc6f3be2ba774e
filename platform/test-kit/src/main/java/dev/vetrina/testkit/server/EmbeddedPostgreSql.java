package dev.vetrina.testkit.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 18 as processes of this machine, started and stopped by this JVM; works as root and as an ordinary user. */
public final class EmbeddedPostgreSql implements PostgreSqlServer, AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final EmbeddedPostgres server;
    private final Path dataDirectory;

    private EmbeddedPostgreSql(EmbeddedPostgres server, Path dataDirectory) {
        this.server = server;
        this.dataDirectory = dataDirectory;
    }

    public static Builder builder() {
        return new Builder();
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database;
    }

    @Override
    public String user() {
        return "postgres";
    }

    /** Connections from this machine are trusted, but clients insist on sending one. */
    @Override
    public String password() {
        return "postgres";
    }

    @Override
    public void createDatabase(String name) {
        Database.create(this, name);
    }

    /** The process id of the server's first process, for tests that kill it. */
    public long postmasterPid() {
        return LeftoverPostmaster.pid(dataDirectory)
                .orElseThrow(() -> new IllegalStateException("PostgreSQL is not running in " + dataDirectory));
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without a port a free one is taken; without a data directory a temporary one, deleted on close. */
    public static final class Builder {
        private int port;
        private @Nullable Path dataDirectory;
        private @Nullable Path log;
        private boolean fsync = true;
        private int maxConnections = 200;
        private final Map<String, String> settings = new LinkedHashMap<>();

        private Builder() {}

        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** Kept between starts. A server left over in it by a killed process is stopped first. */
        public Builder dataDirectory(Path dataDirectory) {
            this.dataDirectory = dataDirectory.toAbsolutePath();
            return this;
        }

        /** Where the server's own log goes; nowhere by default. */
        public Builder log(Path log) {
            this.log = log.toAbsolutePath();
            return this;
        }

        /** Off is faster and still survives a killed server, but not a machine that loses power. */
        public Builder fsync(boolean fsync) {
            this.fsync = fsync;
            return this;
        }

        public Builder maxConnections(int maxConnections) {
            this.maxConnections = maxConnections;
            return this;
        }

        /** Any other setting of postgresql.conf, such as {@code shared_buffers}. */
        public Builder setting(String name, String value) {
            settings.put(name, value);
            return this;
        }

        public EmbeddedPostgreSql start() {
            Path home = workingDirectory();
            Path data = Directories.create(
                    dataDirectory != null
                            ? dataDirectory
                            : home.resolve(UUID.randomUUID().toString()));
            LeftoverPostmaster.stop(data);
            Redirect output = log == null ? Redirect.DISCARD : Redirect.appendTo(log.toFile());
            EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                    .setPort(port != 0 ? port : FreePort.find())
                    .setOverrideWorkingDirectory(home.toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(dataDirectory == null)
                    .setPGStartupWait(START_LIMIT)
                    .setOutputRedirector(output)
                    // Sorting and lower case must not depend on the locale of the machine.
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    // The library starts with -F, which turns fsync off, and without synchronous commits.
                    .setServerConfig("fsync", onOff(fsync))
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", Integer.toString(maxConnections));
            settings.forEach(server::setServerConfig);
            try {
                return new EmbeddedPostgreSql(server.start(), data);
            } catch (IOException e) {
                throw new IllegalStateException(
                        "PostgreSQL did not start in " + data + (log == null ? "" : ":\n" + Directories.tail(log)), e);
            }
        }

        private static String onOff(boolean on) {
            return on ? "on" : "off";
        }

        /**
         * One a user, because files that root has unpacked would be closed to everyone else. The library also looks
         * here for servers whose JVM was killed, and removes them.
         */
        private static Path workingDirectory() {
            String directory =
                    System.getProperty("java.io.tmpdir") + "/vetrina-postgresql-" + System.getProperty("user.name");
            if (System.getProperty("ot.epg.working-dir") == null) {
                System.setProperty("ot.epg.working-dir", directory);
            }
            return Directories.create(Path.of(System.getProperty("ot.epg.working-dir")));
        }
    }
}

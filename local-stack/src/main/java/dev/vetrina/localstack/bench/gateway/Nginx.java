package dev.vetrina.localstack.bench.gateway;

import dev.vetrina.localstack.bench.PeerProcess;
import dev.vetrina.testkit.server.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** nginx, once as the service that everybody stands before and once as a gateway that passes everything on. */
final class Nginx {

    static final String NAME = "nginx";
    private static final String SERVICE = "service";

    private final Path program;
    private final Path folder;

    private Nginx(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    static Nginx in(Path folder) throws IOException {
        return new Nginx(
                PeerProcess.program("nginx").orElseThrow(() -> new IOException("there is no nginx on the path")),
                folder);
    }

    /** One worker: it has next to nothing to do, and the others need the cores. */
    Front service() throws IOException {
        String location = """
                    default_type application/json;
                    return 200 '%s';
                """.formatted(Errand.json());
        return start(SERVICE, 1, "", location);
    }

    /** As many workers as cores, and connections to the service that are kept: nginx at its best. */
    Front before(Front service) throws IOException {
        String upstream = """
                  upstream service {
                    server 127.0.0.1:%d;
                    keepalive 128;
                    keepalive_requests 1000000000;
                  }
                """.formatted(service.port());
        String location = """
                    proxy_pass http://service;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    proxy_set_header Host $host;
                    proxy_set_header X-Forwarded-For $remote_addr;
                """;
        return start(NAME, Runtime.getRuntime().availableProcessors(), upstream, location);
    }

    private Front start(String name, int workers, String upstream, String location) throws IOException {
        int port = FreePort.find();
        Path home = folder.resolve(name);
        Files.createDirectories(home);
        Path configuration = home.resolve("nginx.conf");
        Files.writeString(configuration, configuration(home, port, workers, upstream, location));
        PeerProcess process = PeerProcess.guarded(
                List.of(program.toString(), "-c", configuration.toString(), "-p", home.toString(), "-e", "stderr"),
                home.resolve("nginx.log"));
        return Fronts.ready(name, port, process);
    }

    private static String configuration(Path home, int port, int workers, String upstream, String location) {
        return """
                daemon off;
                worker_processes %2$d;
                pid %1$s/nginx.pid;
                error_log stderr error;
                events {
                  worker_connections 4096;
                }
                http {
                  access_log off;
                  client_body_temp_path %1$s/body;
                  proxy_temp_path %1$s/proxy;
                  fastcgi_temp_path %1$s/fastcgi;
                  uwsgi_temp_path %1$s/uwsgi;
                  scgi_temp_path %1$s/scgi;
                %3$s
                  server {
                    listen 127.0.0.1:%4$d backlog=1024;
                    keepalive_requests 1000000000;
                    keepalive_timeout 1h;
                    location / {
                %5$s
                    }
                  }
                }
                """.formatted(home, workers, upstream, port, location);
    }
}

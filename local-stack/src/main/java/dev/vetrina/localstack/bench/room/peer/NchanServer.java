package dev.vetrina.localstack.bench.room.peer;

import dev.vetrina.localstack.bench.PeerProcess;
import dev.vetrina.localstack.bench.room.Contender.Venue;
import dev.vetrina.localstack.bench.room.FeedAddress;
import dev.vetrina.localstack.bench.room.RecordedFrame;
import dev.vetrina.localstack.bench.room.Recording;
import dev.vetrina.localstack.bench.room.viewer.FeedProtocol;
import dev.vetrina.localstack.stack.StackFailure;
import dev.vetrina.testkit.server.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** nchan while it runs. */
record NchanServer(PeerProcess process, int port, Replay replay, HttpClient publisher) implements Venue {

    private static final Duration PUBLISH_LIMIT = Duration.ofSeconds(30);
    private static final int ACCEPTED = 202;

    static NchanServer start(Path nginx, Path module, Path folder, Replay replay) throws IOException {
        int port = FreePort.find();
        Files.createDirectories(folder);
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, configuration(module, folder, port));
        PeerProcess process = PeerProcess.guarded(
                List.of(nginx.toString(), "-c", configuration.toString(), "-p", folder.toString(), "-e", "stderr"),
                folder.resolve("nginx.log"));
        try {
            process.awaitPort(port);
        } catch (IOException e) {
            process.close();
            throw e;
        }
        return new NchanServer(process, port, replay, HttpClient.newHttpClient());
    }

    /** Who is slow shall find its messages still there, so that every one of them is delivered, as with the others. */
    private static String configuration(Path module, Path folder, int port) {
        return """
                load_module %1$s;
                daemon off;
                worker_processes auto;
                worker_rlimit_nofile 20000;
                pid %2$s/nginx.pid;
                error_log stderr error;
                events {
                  worker_connections 16384;
                }
                http {
                  access_log off;
                  client_body_buffer_size 256k;
                  client_body_temp_path %2$s/body;
                  proxy_temp_path %2$s/proxy;
                  fastcgi_temp_path %2$s/fastcgi;
                  uwsgi_temp_path %2$s/uwsgi;
                  scgi_temp_path %2$s/scgi;
                  server {
                    listen 127.0.0.1:%3$d backlog=1024;
                    location = /publish {
                      nchan_publisher;
                      nchan_channel_id room;
                      nchan_message_buffer_length 1000;
                      nchan_message_timeout 5m;
                    }
                    location = /watch {
                      nchan_subscriber eventsource;
                      nchan_channel_id room;
                      nchan_subscriber_first_message newest;
                    }
                  }
                }
                """.formatted(module, folder, port);
    }

    @Override
    public FeedAddress feed() {
        return new FeedAddress(FeedProtocol.EVENT_STREAM, port, "/watch");
    }

    @Override
    public List<ProcessHandle> servers() {
        return process.handles();
    }

    @Override
    public Recording play(Duration length) {
        return replay.play(length, this::publish);
    }

    private void publish(RecordedFrame frame) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/publish"))
                .timeout(PUBLISH_LIMIT)
                .version(HttpClient.Version.HTTP_1_1)
                .header("X-EventSource-Event", frame.name())
                .POST(BodyPublishers.ofString(frame.data()))
                .build();
        try {
            int status = publisher.send(request, BodyHandlers.discarding()).statusCode();
            if (status > ACCEPTED) {
                throw new IOException("it answered a frame with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        publisher.close();
        process.close();
    }
}

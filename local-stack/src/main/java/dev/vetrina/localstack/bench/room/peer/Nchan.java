package dev.vetrina.localstack.bench.room.peer;

import dev.vetrina.localstack.bench.PeerProcess;
import dev.vetrina.localstack.bench.room.Contender;
import dev.vetrina.localstack.bench.room.RecordedFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** nginx with the module nchan, as many worker processes as there are cores. */
public record Nchan(Path folder, Supplier<List<RecordedFrame>> frames) implements Contender {

    public static final String NAME = "nchan";

    /** Where the packages of Linux distributions, of FreeBSD and of Homebrew put it. */
    private static final List<Path> MODULES = List.of(
            Path.of("/usr/lib/nginx/modules/ngx_nchan_module.so"),
            Path.of("/usr/lib64/nginx/modules/ngx_nchan_module.so"),
            Path.of("/etc/nginx/modules/ngx_nchan_module.so"),
            Path.of("/usr/local/libexec/nginx/ngx_nchan_module.so"),
            Path.of("/opt/homebrew/lib/nginx/modules/ngx_nchan_module.so"));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Venue open() throws IOException {
        Path nginx = PeerProcess.program("nginx").orElseThrow(() -> new IOException("there is no nginx on the path"));
        Path module = MODULES.stream()
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new IOException("nginx has no module ngx_nchan_module.so"));
        return NchanServer.start(nginx, module, folder, new Replay(frames.get()));
    }
}

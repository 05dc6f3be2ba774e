package dev.vetrina.testkit.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** Leaves a PostgreSQL behind as a killed launcher does: running, with nobody who would stop it. */
final class PostmasterWithoutParent {

    private PostmasterWithoutParent() {}

    static ProcessHandle start(Path data, int port) throws Exception {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to be root; in a user namespace of its own it is not.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(pgCtl().toString(), "-D", data.toString(), "-o", "-p " + port, "-w", "start"));
        Process starter = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        starter.waitFor();
        Awaitility.await().until(() -> LeftoverPostmaster.in(data).isPresent());
        return LeftoverPostmaster.in(data).orElseThrow();
    }

    private static Path pgCtl() throws Exception {
        try (var files = Files.walk(Path.of(System.getProperty("ot.epg.working-dir")))) {
            return files.filter(file -> file.endsWith("bin/pg_ctl")).findFirst().orElseThrow();
        }
    }
}

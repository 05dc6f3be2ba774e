package dev.vetrina.localstack.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells of every check how it went, and remembers whether all went well. One that fails does not keep the next from running. */
final class Findings {

    private final Consumer<String> out;
    private final List<String> failed = new ArrayList<>();

    Findings(Consumer<String> out) {
        this.out = out;
    }

    /** A check that is a program. */
    interface Check {

        LimitedProgram.Result run() throws IOException;
    }

    void check(String name, Check check) throws IOException {
        LimitedProgram.Result result = check.run();
        note(name, result.succeeded(), result.output().strip().lines().toList());
    }

    /** @param words told where it went wrong only */
    void note(String name, boolean good, List<String> words) {
        out.accept((good ? "ok      " : "NOT ok  ") + name);
        if (!good) {
            words.forEach(word -> out.accept("        " + word));
            failed.add(name);
        }
    }

    List<String> failed() {
        return List.copyOf(failed);
    }
}

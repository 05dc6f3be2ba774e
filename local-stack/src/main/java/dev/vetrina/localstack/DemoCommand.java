package dev.vetrina.localstack;

import dev.vetrina.localstack.audit.AuditAccess;
import dev.vetrina.localstack.demo.Demo;
import dev.vetrina.localstack.demo.DemoOptions;
import dev.vetrina.localstack.demo.DemoResult;
import dev.vetrina.localstack.stack.LocalStack;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Ports;
import dev.vetrina.localstack.stack.RunningStack;
import dev.vetrina.localstack.stack.StackOptions;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** {@code demo}: joins the system that is up or was named, or starts one of its own and stops it afterwards. */
final class DemoCommand {

    private static final String REALM = "/realms/vetrina";

    private final PrintStream out;

    DemoCommand(PrintStream out) {
        this.out = out;
    }

    int run(List<String> words) {
        Arguments arguments = Arguments.parse(
                words, StackArguments.FLAGS, StackArguments.with(DemoArguments.OPTIONS, StackArguments.OPTIONS));
        Optional<DemoOptions> elsewhere = DemoArguments.elsewhere(arguments);
        if (elsewhere.isPresent()) {
            return show(elsewhere.get(), Optional.empty());
        }
        StackOptions stack = StackArguments.stackOptions(arguments);
        Optional<RunningStack> running = RunningStack.in(stack.home());
        if (running.isPresent()) {
            out.println("Joining the system that is up.");
            Ports ports = running.get().ports();
            return show(local(arguments, ports), Optional.of(AuditAccess.of(ports)));
        }
        DemoOptions options = local(arguments, stack.ports());
        out.println("Starting a system for the demo:");
        try (LocalStack own = LocalStack.start(stack, line -> out.println("  " + line))) {
            return show(options, Optional.of(AuditAccess.of(own.options().ports())));
        }
    }

    private static DemoOptions local(Arguments arguments, Ports ports) {
        return DemoArguments.shaped(
                arguments, DemoOptions.usual(URI.create(ports.url(Port.GATEWAY)), ports.url(Port.IDENTITY) + REALM));
    }

    /** The last line is for programs. */
    private int show(DemoOptions options, Optional<AuditAccess> records) {
        DemoResult result = new Demo(options, records, out::println).run();
        out.println();
        out.print(result.table());
        out.println(result.holds() ? "Every invariant holds." : "NOT every invariant holds.");
        out.println(result.json());
        return result.holds() ? 0 : 1;
    }
}

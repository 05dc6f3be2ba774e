package dev.vetrina.localstack;

import dev.vetrina.localstack.contract.Contract;
import dev.vetrina.localstack.demo.DemoOptions;
import dev.vetrina.localstack.stack.LocalStack;
import dev.vetrina.localstack.stack.Port;
import dev.vetrina.localstack.stack.Ports;
import dev.vetrina.localstack.stack.RunningStack;
import dev.vetrina.localstack.stack.StackOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code contract}: checks the documents; then joins the system that is up or was named, or starts one of its own. */
final class ContractCommand {

    private static final String REALM = "/realms/vetrina";
    private static final Set<String> OPTIONS = Set.of("--url", "--identity", "--identity-admin");

    private final PrintStream out;

    ContractCommand(PrintStream out) {
        this.out = out;
    }

    int run(List<String> words) {
        Arguments arguments =
                Arguments.parse(words, StackArguments.FLAGS, StackArguments.with(OPTIONS, StackArguments.OPTIONS));
        Optional<DemoOptions> elsewhere = DemoArguments.elsewhere(arguments);
        StackOptions stack = StackArguments.stackOptions(arguments);
        try {
            Contract contract =
                    Contract.open(stack.project(), stack.project().resolve(".vetrina/contract"), out::println);
            contract.checkDocuments();
            checkSystem(contract, elsewhere, stack);
            return verdict(contract.failed());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkSystem(Contract contract, Optional<DemoOptions> elsewhere, StackOptions stack)
            throws IOException {
        Optional<RunningStack> running = RunningStack.in(stack.home());
        if (elsewhere.isPresent()) {
            contract.checkSystem(elsewhere.get());
        } else if (running.isPresent()) {
            out.println("Joining the system that is up.");
            contract.checkSystem(at(running.get().ports()));
        } else {
            out.println("Starting a system:");
            try (LocalStack own = LocalStack.start(stack, line -> out.println("  " + line))) {
                contract.checkSystem(at(own.options().ports()));
            }
        }
    }

    private static DemoOptions at(Ports ports) {
        return DemoOptions.usual(URI.create(ports.url(Port.GATEWAY)), ports.url(Port.IDENTITY) + REALM);
    }

    private int verdict(List<String> failed) {
        out.println(
                failed.isEmpty()
                        ? "The contract holds."
                        : "The contract does NOT hold: " + String.join("; ", failed) + ".");
        return failed.isEmpty() ? 0 : 1;
    }
}

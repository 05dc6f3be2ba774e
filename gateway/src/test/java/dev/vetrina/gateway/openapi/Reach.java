package dev.vetrina.gateway.openapi;

import dev.vetrina.gateway.openapi.CompiledMethod.Call;
import dev.vetrina.gateway.openapi.CompiledMethod.Name;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What can be run when a method is: rapid type analysis, that is, a call through an interface reaches those classes of which
 * an object was made on the way, and beans. Objects are handed to other threads (drafts to the group commit, say): what
 * implements an interface of ours counts as run when it is made.
 */
final class Reach {

    private static final String OURS = "dev/vetrina/";

    private final CompiledCode code;
    private final Deque<Name> open = new ArrayDeque<>();
    private final Set<Name> reached = new HashSet<>();
    private final Set<String> made = new HashSet<>();
    private final Set<Call> dispatched = new HashSet<>();

    private Reach(CompiledCode code) {
        this.code = code;
    }

    static Set<ProblemCode> problems(CompiledCode code, List<Name> from) {
        Reach reach = new Reach(code);
        from.forEach(reach::reach);
        reach.follow();
        Set<ProblemCode> problems = new TreeSet<>();
        for (Name name : reach.reached) {
            CompiledMethod method = code.methods.get(name);
            if (method != null) {
                problems.addAll(method.problems());
                method.calls().stream().flatMap(reach::namedByCaller).forEach(problems::add);
            }
        }
        return problems;
    }

    private void follow() {
        while (!open.isEmpty()) {
            CompiledMethod method = code.methods.get(open.poll());
            if (method == null) {
                continue;
            }
            method.makes().forEach(this::make);
            for (Call call : method.calls()) {
                reach(declaration(call.target()));
                if (call.dispatched() && dispatched.add(call)) {
                    overriders(call.target()).forEach(this::reach);
                }
            }
        }
    }

    private void make(String type) {
        if (made.add(type) && type.startsWith(OURS)) {
            dispatched.stream()
                    .filter(call -> isA(type, call.target().owner()))
                    .forEach(call -> reach(declaration(call.target().in(type))));
            code.methodsOf.getOrDefault(type, List.of()).stream()
                    .filter(this::overridesOurs)
                    .forEach(this::reach);
        }
    }

    private boolean overridesOurs(Name method) {
        return !method.method().startsWith("<")
                && code.parents.getOrDefault(method.owner(), List.of()).stream()
                        .filter(parent -> parent.startsWith(OURS))
                        .anyMatch(parent -> code.methods.containsKey(declaration(method.in(parent))));
    }

    private Stream<Name> overriders(Name target) {
        return Stream.concat(made.stream(), code.beans.stream())
                .filter(type -> isA(type, target.owner()))
                .map(type -> declaration(target.in(type)));
    }

    private boolean isA(String type, String wanted) {
        return type.equals(wanted)
                || code.parents.getOrDefault(type, List.of()).stream().anyMatch(parent -> isA(parent, wanted));
    }

    /** The method itself, or the one it is inherited from. */
    private Name declaration(Name target) {
        if (code.methods.containsKey(target)) {
            return target;
        }
        return code.parents.getOrDefault(target.owner(), List.of()).stream()
                .map(parent -> declaration(target.in(parent)))
                .filter(code.methods::containsKey)
                .findFirst()
                .orElse(target);
    }

    private void reach(Name method) {
        if (reached.add(method)) {
            open.add(method);
        }
    }

    /** A method that is given the code makes the problem in the name of whoever calls it. */
    private Stream<ProblemCode> namedByCaller(Call call) {
        CompiledMethod target = code.methods.get(call.target());
        if (target == null || call.target().owner().equals(ProblemCalls.PROBLEM)) {
            return Stream.of();
        }
        return target.calls().stream()
                .filter(inner -> inner.target().owner().equals(ProblemCalls.PROBLEM))
                .flatMap(inner -> ProblemCalls.made(
                        inner.target().method(), List.copyOf(call.words().reversed())));
    }
}

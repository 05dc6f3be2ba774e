package dev.vetrina.gateway.openapi;

import java.util.List;
import java.util.Set;

/**
 * What a compiled method does, as far as it tells which problems an operation can answer.
 *
 * @param calls what it calls, or has called by a lambda that it makes
 * @param makes the classes of which it makes objects
 * @param problems the problems that it makes itself
 */
record CompiledMethod(Name name, boolean isStatic, List<Call> calls, Set<String> makes, Set<ProblemCode> problems) {

    /** A method's name and descriptor in a class, all as the virtual machine writes them. */
    record Name(String owner, String method, String descriptor) {

        Name in(String otherOwner) {
            return new Name(otherOwner, method, descriptor);
        }
    }

    /**
     * @param dispatched whether a subclass may take the call
     * @param words the texts that stand right before it, perhaps its arguments
     */
    record Call(Name target, boolean dispatched, List<String> words) {}
}

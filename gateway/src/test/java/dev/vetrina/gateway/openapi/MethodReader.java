package dev.vetrina.gateway.openapi;

import dev.vetrina.gateway.openapi.CompiledMethod.Call;
import dev.vetrina.gateway.openapi.CompiledMethod.Name;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the instructions of one method, in their order. */
final class MethodReader {

    final List<Call> calls = new ArrayList<>();
    final Set<String> makes = new HashSet<>();
    final Set<ProblemCode> problems = new HashSet<>();
    private final List<ConstantDesc> constants = new ArrayList<>();

    void read(CodeElement element) {
        switch (element) {
            case ConstantInstruction constant -> constants.add(constant.constantValue());
            case NewObjectInstruction made -> makes.add(made.className().asInternalName());
            case FieldInstruction field
            when field.opcode() == Opcode.GETSTATIC ->
                call(new Name(field.owner().asInternalName(), "<clinit>", "()V"), false);
            case InvokeInstruction invoked -> invoked(invoked);
            case InvokeDynamicInstruction lambda ->
                lambda.bootstrapArgs().stream()
                        .filter(DirectMethodHandleDesc.class::isInstance)
                        .map(DirectMethodHandleDesc.class::cast)
                        .forEach(this::handle);
            default -> {}
        }
    }

    private void invoked(InvokeInstruction invoked) {
        Name target = new Name(
                invoked.owner().asInternalName(),
                invoked.name().stringValue(),
                invoked.type().stringValue());
        if (target.owner().equals(ProblemCalls.PROBLEM)) {
            List<ProblemCode> made =
                    ProblemCalls.made(target.method(), constants).toList();
            problems.addAll(made);
            if (!made.isEmpty()) {
                constants.clear();
                return;
            }
        }
        boolean dispatched = invoked.opcode() == Opcode.INVOKEVIRTUAL || invoked.opcode() == Opcode.INVOKEINTERFACE;
        call(target, dispatched);
    }

    private void handle(DirectMethodHandleDesc handle) {
        Name target =
                new Name(CompiledCode.internalName(handle.owner()), handle.methodName(), handle.lookupDescriptor());
        boolean dispatched = switch (handle.kind()) {
            case VIRTUAL, INTERFACE_VIRTUAL -> true;
            default -> false;
        };
        if (handle.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR) {
            makes.add(target.owner());
        }
        call(target, dispatched);
    }

    private void call(Name target, boolean dispatched) {
        List<String> words = constants.reversed().stream()
                .limit(3)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        calls.add(new Call(target, dispatched, words));
    }
}

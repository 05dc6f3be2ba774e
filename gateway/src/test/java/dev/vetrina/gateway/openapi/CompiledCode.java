package dev.vetrina.gateway.openapi;

import dev.vetrina.gateway.openapi.CompiledMethod.Name;
import java.io.IOException;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The compiled classes of a service and of the kit: their methods, their kinship, which of them are beans. */
final class CompiledCode {

    private static final String OPERATION = "Lorg/eclipse/microprofile/openapi/annotations/Operation;";
    private static final Set<String> SCOPES = Set.of("ApplicationScoped;", "Singleton;", "RequestScoped;", "Path;");

    final Map<Name, CompiledMethod> methods = new HashMap<>();
    final Map<String, List<Name>> methodsOf = new HashMap<>();
    final Map<String, List<String>> parents = new HashMap<>();
    final Set<String> beans = new HashSet<>();
    /** The method of each operation, by the operation's id. */
    final Map<String, Name> operations = new HashMap<>();

    CompiledCode add(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".class")).toList()) {
                add(ClassFile.of().parse(file));
            }
        }
        return this;
    }

    private void add(ClassModel found) {
        String name = found.thisClass().asInternalName();
        List<String> above = Stream.concat(found.superclass().stream(), found.interfaces().stream())
                .map(parent -> parent.asInternalName())
                .toList();
        parents.put(name, above);
        if (annotations(found.findAttribute(Attributes.runtimeVisibleAnnotations()).stream())
                .anyMatch(one -> SCOPES.stream()
                        .anyMatch(scope -> one.className().stringValue().endsWith("/" + scope)))) {
            beans.add(name);
        }
        found.methods().forEach(method -> add(name, method));
    }

    private void add(String owner, MethodModel method) {
        Name name = new Name(
                owner, method.methodName().stringValue(), method.methodType().stringValue());
        MethodReader reader = new MethodReader();
        method.code().ifPresent(code -> code.forEach(reader::read));
        methods.put(
                name,
                new CompiledMethod(
                        name,
                        method.flags().has(AccessFlag.STATIC),
                        List.copyOf(reader.calls),
                        Set.copyOf(reader.makes),
                        Set.copyOf(reader.problems)));
        methodsOf.computeIfAbsent(owner, none -> new ArrayList<>()).add(name);
        annotations(method.findAttribute(Attributes.runtimeVisibleAnnotations()).stream())
                .filter(one -> one.className().stringValue().equals(OPERATION))
                .flatMap(one -> one.elements().stream())
                .filter(element -> element.name().stringValue().equals("operationId"))
                .map(AnnotationElement::value)
                .filter(AnnotationValue.OfString.class::isInstance)
                .forEach(id -> operations.put(((AnnotationValue.OfString) id).stringValue(), name));
    }

    private static Stream<java.lang.classfile.Annotation> annotations(
            Stream<RuntimeVisibleAnnotationsAttribute> attribute) {
        return attribute.flatMap(found -> found.annotations().stream());
    }

    static String internalName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return type.isClassOrInterface() ? descriptor.substring(1, descriptor.length() - 1) : descriptor;
    }
}

package dev.vetrina.localstack.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Answer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls operations as tenants that may call them, but not for what the first one has. */
record TenantWalk(
        List<Operation> operations, FirstTenant first, WalkTokens tokens, WalkCalls calls, Findings findings) {

    private static final Set<String> TENANTS = Set.of("brand", "creator", "customer");
    private static final Set<Integer> DONE_OR_NOT_NOW = Set.of(200, 201, 204, 404, 409);

    /** A viewer's pass may be asked for first, whatever the path names. */
    private static final Set<Integer> NOT_THERE_FOR_NOBODY = Set.of(401, 404);

    void walk(Operation operation, String path) {
        tenants(operation.roles()).forEach(role -> walk(operation, path, role));
    }

    /** What is hidden is not there for other tenants, nor for who is nobody. */
    void walkHidden(Operation operation, String path) {
        if (TenantRules.isForThoseOutside(operation)) {
            return;
        }
        if (operation.isPublic()) {
            findings.expect(
                    "what is hidden, no token", NOT_THERE_FOR_NOBODY, operation, calls.send(operation, path, null));
        }
        tenants(operation.isPublic() ? TENANTS : operation.roles())
                .forEach(role -> findings.expect(
                        "what is hidden from another " + role,
                        404,
                        operation,
                        calls.send(operation, path, tokens.ofAnother(role))));
    }

    private static Stream<String> tenants(Collection<String> roles) {
        return roles.stream().filter(TENANTS::contains);
    }

    private void walk(Operation operation, String path, String role) {
        String what = "another tenant's " + role;
        String token = tokens.ofAnother(role);
        if (TenantRules.isOfTheCaller(operation)) {
            callForItself(operation, path, token);
            return;
        }
        Answer answer = calls.send(operation, path, token);
        if (!TenantRules.answersWithItsOwn(operation, role)) {
            findings.expect(what, TenantRules.status(operation, sees(operation, path, token)), operation, answer);
            return;
        }
        findings.expect(what, 200, operation, answer);
        if (!TenantRules.shows(operation, role)) {
            findSecrets(what, operation, answer);
            first.ids().filters().forEach((name, id) -> walkWithFilter(operation, path, role, name, id));
        }
    }

    private void callForItself(Operation operation, String path, String token) {
        String what = "another tenant for itself";
        List<JsonNode> before = ofTheFirstCustomer();
        Answer answer = calls.send(operation, path, token);
        findings.expect(what, DONE_OR_NOT_NOW, operation, answer);
        findSecrets(what, operation, answer);
        if (!ofTheFirstCustomer().equals(before)) {
            findings.add(operation, what + ": it changes what the first customer has");
        }
    }

    private List<JsonNode> ofTheFirstCustomer() {
        String token = tokens.ofTheFirst("customer");
        return TenantRules.OWN_PAGES.stream()
                .flatMap(page -> first.ids().paths(page).stream())
                .map(path -> calls.read(path, token))
                .toList();
    }

    /** Who asks a list for what is another's is refused, or gets nothing of it. */
    private void walkWithFilter(Operation operation, String path, String role, String name, String id) {
        String query = calls.bodies().query(operation);
        if (!operation.queries(name) || query.contains(name + "=")) {
            return;
        }
        String what = "a filter for what is another " + role + "'s";
        String filtered = query + (query.isEmpty() ? "?" : "&") + name + "=" + id;
        Answer answer = calls.send(operation, path, filtered, tokens.ofAnother(role));
        findings.expect(what, Set.of(200, 403, 404), operation, answer);
        findSecrets(what + " (" + name + ")", operation, answer);
    }

    private void findSecrets(String what, Operation operation, Answer answer) {
        first.ids().secrets().stream()
                .filter(answer.body().toString()::contains)
                .forEach(id -> findings.add(operation, what + ": it shows " + id));
    }

    /** Whether the innermost object of the path that has a page of its own is there for this caller. */
    private boolean sees(Operation operation, String path, String token) {
        return operation.objects().stream()
                .flatMap(template -> operations.stream()
                        .filter(candidate ->
                                candidate.reads() && candidate.path().equals(template)))
                .findFirst()
                .map(reading -> calls.send(reading, beginning(path, reading.path()), token)
                        .succeeded())
                .orElse(false);
    }

    /** Of a path as much as the template has parts. */
    private static String beginning(String path, String template) {
        return Stream.of(path.split("/", -1))
                .limit(template.split("/", -1).length)
                .collect(Collectors.joining("/"));
    }
}

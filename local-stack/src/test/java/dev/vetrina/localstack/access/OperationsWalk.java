package dev.vetrina.localstack.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls every operation as everybody who must not, and takes down what was answered otherwise than it should. */
public final class OperationsWalk {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> ROLES =
            List.of("customer", "creator", "moderator", "brand", "finance", "operator");
    private static final Set<String> TENANTS = Set.of("brand", "creator", "customer");

    private final RestApi api;
    private final List<Operation> operations;
    private final FirstTenant first;
    private final SampleBody bodies;
    private final WalkTokens tokens;
    private final Map<String, Integer> calls = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private final Map<String, Set<String>> walked = new LinkedHashMap<>();

    /**
     * @param gateway of a system that runs, and in which nobody has done anything yet
     * @param keyFile with which its identity server signs
     */
    public OperationsWalk(String gateway, String issuer, Path keyFile) {
        this.api = new RestApi(URI.create(gateway), PATIENCE);
        JsonNode document = api.require(Call.get("/openapi.json")).body();
        this.operations = Operation.allOf(document);
        this.first = FirstTenant.settled(api, SignIn.at(issuer));
        this.bodies = new SampleBody(document, first.ids().byName());
        this.tokens = new WalkTokens(keyFile, issuer, first);
    }

    public void walk() {
        operations.forEach(operation -> {
            if (operation.roles().isEmpty()) {
                findings.add(operation + " says nothing of who may call it");
                return;
            }
            for (String path : first.ids().paths(operation.path())) {
                walk(operation, path);
            }
        });
    }

    /** How many operations the document has, and how many of them were called. */
    public int documented() {
        return operations.size();
    }

    public int walked() {
        return walked.size();
    }

    public List<String> findings() {
        return findings;
    }

    /** How many calls there were of each kind. */
    public Map<String, Integer> calls() {
        return calls;
    }

    private void walk(Operation operation, String path) {
        if (!operation.isPublic()) {
            expect("no token", 401, operation, send(operation, path, null));
        }
        String allowed = operation.isPublic() ? "operator" : operation.roles().getLast();
        tokens.spoilt(allowed).forEach((what, token) -> expect(what, 401, operation, send(operation, path, token)));
        if (!operation.isPublic()) {
            ROLES.stream()
                    .filter(role -> !operation.roles().contains(role))
                    .findFirst()
                    .ifPresent(role ->
                            expect("another role", 403, operation, send(operation, path, tokens.ofTheFirst(role))));
            walkWithoutScope(operation, path);
            operation.roles().stream().filter(TENANTS::contains).forEach(role -> walkAsAnother(operation, path, role));
        }
    }

    private void walkWithoutScope(Operation operation, String path) {
        if (!operation.scope().isEmpty()) {
            String partner = operation.roles().contains("brand") ? "brand" : "finance";
            Answer answer = send(operation, path, tokens.withoutItsScopes(partner));
            expect("without its scope", 403, operation, answer);
            if (!answer.code().equals("insufficient-scope")) {
                findings.add(operation + " without its scope: " + answer.summary());
            }
        }
    }

    private void walkAsAnother(Operation operation, String path, String role) {
        if (TenantRules.isOfTheCaller(operation)) {
            return;
        }
        String what = "another tenant's " + role;
        String token = tokens.ofAnother(role);
        Answer answer = send(operation, path, token);
        if (!TenantRules.answersWithItsOwn(operation, role)) {
            expect(what, TenantRules.status(operation, sees(operation, token)), operation, answer);
            return;
        }
        expect(what, 200, operation, answer);
        if (!TenantRules.shows(operation, role)) {
            findSecrets(what, operation, answer);
            first.ids().filters().forEach((name, id) -> walkWithFilter(operation, path, role, name, id));
        }
    }

    /** Who asks a list for what is another's is refused, or gets nothing of it. */
    private void walkWithFilter(Operation operation, String path, String role, String name, String id) {
        String query = bodies.query(operation);
        if (!operation.queries(name) || query.contains(name + "=")) {
            return;
        }
        String what = "a filter for what is another " + role + "'s";
        String filtered = query + (query.isEmpty() ? "?" : "&") + name + "=" + id;
        Answer answer = send(operation, path, filtered, tokens.ofAnother(role));
        expect(what, Set.of(200, 403, 404), operation, answer);
        findSecrets(what + " (" + name + ")", operation, answer);
    }

    private void findSecrets(String what, Operation operation, Answer answer) {
        first.ids().secrets().stream()
                .filter(answer.body().toString()::contains)
                .forEach(id -> findings.add(operation + " with " + what + " shows " + id));
    }

    /** Whether the innermost object of the path that has a page of its own is there for this caller. */
    private boolean sees(Operation operation, String token) {
        return operation.objects().stream()
                .flatMap(template -> operations.stream()
                        .filter(candidate ->
                                candidate.reads() && candidate.path().equals(template)))
                .findFirst()
                .map(reading -> send(reading, first.ids().paths(reading.path()).getFirst(), token)
                        .succeeded())
                .orElse(false);
    }

    private Answer send(Operation operation, String path, @Nullable String token) {
        return send(operation, path, bodies.query(operation), token);
    }

    private Answer send(Operation operation, String path, String query, @Nullable String token) {
        JsonNode body = operation.body();
        Call call = new Call(
                operation.method(),
                path + query,
                token,
                body.isMissingNode()
                        ? null
                        : operation.mediaType().contains("json")
                                ? bodies.of(body).toString()
                                : "text",
                operation.mediaType(),
                UUID.randomUUID().toString(),
                "\"0\"");
        return api.send(call);
    }

    private void expect(String what, int status, Operation operation, Answer answer) {
        expect(what, Set.of(status), operation, answer);
    }

    private void expect(String what, Set<Integer> statuses, Operation operation, Answer answer) {
        calls.merge(what, 1, Integer::sum);
        walked.computeIfAbsent(operation.id(), id -> new TreeSet<>()).add(what);
        if (!statuses.contains(answer.status())) {
            findings.add(operation + " with " + what + ": " + statuses + " was to come, not " + answer.summary());
        }
    }
}

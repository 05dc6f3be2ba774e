package dev.vetrina.localstack.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.http.Answer;
import dev.vetrina.localstack.http.Call;
import dev.vetrina.localstack.http.RestApi;
import dev.vetrina.localstack.http.SignIn;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Calls every operation as everybody who must not, and takes down what was answered otherwise than it should. */
public final class OperationsWalk {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> ROLES =
            List.of("customer", "creator", "moderator", "brand", "finance", "operator");
    /** Whose tokens need scopes. */
    private static final List<String> PARTNERS = List.of("brand", "finance");

    private final List<Operation> operations;
    private final FirstTenant first;
    private final WalkTokens tokens;
    private final WalkCalls calls;
    private final Findings findings = new Findings();
    private final TenantWalk tenants;

    /**
     * @param gateway of a system that runs, and in which nobody has done anything yet
     * @param keyFile with which its identity server signs
     */
    public OperationsWalk(String gateway, String issuer, Path keyFile) {
        RestApi api = new RestApi(URI.create(gateway), PATIENCE);
        JsonNode document = api.require(Call.get("/openapi.json")).body();
        this.operations = Operation.allOf(document);
        this.first = FirstTenant.settled(api, SignIn.at(issuer));
        this.tokens = new WalkTokens(keyFile, issuer, first);
        this.calls = new WalkCalls(api, new SampleBody(document, first.ids().byName()));
        this.tenants = new TenantWalk(operations, first, tokens, calls, findings);
    }

    public void walk() {
        operations.forEach(operation -> {
            if (operation.roles().isEmpty()) {
                findings.add(operation, "nothing that says who may call it");
                return;
            }
            first.ids().paths(operation.path()).forEach(path -> walk(operation, path));
            first.ids().hiddenPath(operation.path()).ifPresent(path -> tenants.walkHidden(operation, path));
        });
    }

    /** How many operations the document has, and how many of them were called. */
    public int documented() {
        return operations.size();
    }

    public int walked() {
        return findings.walked();
    }

    public List<String> findings() {
        return findings.all();
    }

    /** How many calls there were of each kind. */
    public Map<String, Integer> calls() {
        return findings.calls();
    }

    private void walk(Operation operation, String path) {
        rolesOf(operation)
                .forEach(role -> tokens.spoilt(role)
                        .forEach((what, token) ->
                                findings.expect(what, 401, operation, calls.send(operation, path, token))));
        walkWithoutScope(operation, path);
        if (operation.isPublic()) {
            return;
        }
        findings.expect("no token", 401, operation, calls.send(operation, path, null));
        ROLES.stream()
                .filter(role -> !operation.roles().contains(role))
                .forEach(role -> findings.expect(
                        "another role", 403, operation, calls.send(operation, path, tokens.ofTheFirst(role))));
        tenants.walk(operation, path);
    }

    private static List<String> rolesOf(Operation operation) {
        return operation.isPublic() ? ROLES : operation.roles();
    }

    private void walkWithoutScope(Operation operation, String path) {
        if (!operation.scope().isEmpty()) {
            PARTNERS.stream()
                    .filter(rolesOf(operation)::contains)
                    .forEach(partner -> walkWithoutScope(operation, path, partner));
        }
    }

    private void walkWithoutScope(Operation operation, String path, String partner) {
        Answer answer = calls.send(operation, path, tokens.withoutItsScopes(partner));
        if (operation.isPublic()) {
            int ofEverybody = calls.send(operation, path, null).status();
            findings.expect("without its scope, as everybody", ofEverybody, operation, answer);
            return;
        }
        findings.expect("without its scope", 403, operation, answer);
        if (!answer.code().equals("insufficient-scope")) {
            findings.add(operation, "a token of " + partner + " without its scope: " + answer.summary());
        }
    }
}

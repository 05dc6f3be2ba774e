package dev.vetrina.kit.http;

import dev.vetrina.kit.security.Roles;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/**
 * Who may call an operation, as the document says it: {@code security} with the scope that a partner's token needs, and
 * {@code x-vetrina-roles} with the roles of which one is needed, or {@code everyone}. One that everybody may call and that
 * shows a partner more if its token has a scope allows both. A method that says nothing of its callers gets nothing here, and
 * the build of the whole document fails for it.
 */
final class CallersOfOperation {

    private static final String ROLES = "x-vetrina-roles";
    private static final List<String> EVERYONE = List.of("everyone");

    private CallersOfOperation() {}

    static void describe(Operation operation, DocumentedMethod method, String scheme) {
        SecurityRequirement token = OASFactory.createSecurityRequirement()
                .addScheme(scheme, method.scope().map(List::of).orElse(List.of()));
        if (method.secured()) {
            operation.setSecurity(List.of(token));
            operation.addExtension(ROLES, method.roles().isEmpty() ? Roles.ALL : method.roles());
        } else if (method.open()) {
            operation.setSecurity(
                    method.scope().isPresent() ? List.of(OASFactory.createSecurityRequirement(), token) : List.of());
            operation.addExtension(ROLES, EVERYONE);
        }
    }
}

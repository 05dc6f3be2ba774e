package dev.vetrina.kit.security;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/**
 * Holds partners' clients to the scopes that {@link NeedsScope} names. The role was checked before. Its own annotation's value
 * is that of no operation: it binds the filter to those that have the annotation.
 */
@Provider
@NeedsScope("")
@Priority(Priorities.AUTHORIZATION)
class ScopeFilter implements ContainerRequestFilter {

    private final ResourceInfo resource;
    private final Caller caller;

    ScopeFilter(ResourceInfo resource, Caller caller) {
        this.resource = resource;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        String needed = scopeOf(resource.getResourceClass(), method);
        if (!caller.isPartner() || caller.hasScope(needed)) {
            return;
        }
        if (!method.isAnnotationPresent(PermitAll.class)) {
            throw insufficient(needed);
        }
        caller.actAsAnybody();
    }

    private static String scopeOf(Class<?> resource, Method method) {
        NeedsScope own = method.getAnnotation(NeedsScope.class);
        return own != null
                ? own.value()
                : resource.getAnnotation(NeedsScope.class).value();
    }

    private static ProblemException insufficient(String needed) {
        return ProblemException.of(
                        403,
                        "insufficient-scope",
                        "The access token lacks a scope",
                        "This takes a token with the scope " + needed + ".")
                .with("scope", needed)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\", scope=\"" + needed + "\"");
    }
}

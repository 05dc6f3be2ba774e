package dev.vetrina.kit.security;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a suspended brand off at once, however long its tokens live: it changes nothing any more. It still reads, does what everybody
 * may, and what buyers who have paid wait for.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
class SuspendedBrandFilter implements ContainerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWED_TO_BUYERS = Set.of(Scopes.FULFILMENT_WRITE, Scopes.ORDERS_WRITE);

    private final ResourceInfo resource;
    private final Caller caller;
    private final Instance<BrandStanding> standing;

    SuspendedBrandFilter(ResourceInfo resource, Caller caller, Instance<BrandStanding> standing) {
        this.resource = resource;
        this.caller = caller;
        this.standing = standing;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (READING.contains(request.getMethod()) || standing.isUnsatisfied() || everybodyMay() || owedToBuyers()) {
            return;
        }
        if (caller.is(Roles.BRAND)
                && caller.brandId().filter(standing.get()::suspended).isPresent()) {
            throw ProblemException.of(
                    403, "brand-suspended", "The brand is suspended", "It may read, and ship what was ordered before.");
        }
    }

    private boolean everybodyMay() {
        return resource.getResourceMethod().isAnnotationPresent(PermitAll.class);
    }

    private boolean owedToBuyers() {
        @Nullable NeedsScope ofMethod = resource.getResourceMethod().getAnnotation(NeedsScope.class);
        return Optional.ofNullable(ofMethod)
                .or(() -> Optional.ofNullable(resource.getResourceClass().getAnnotation(NeedsScope.class)))
                .filter(needed -> OWED_TO_BUYERS.contains(needed.value()))
                .isPresent();
    }
}

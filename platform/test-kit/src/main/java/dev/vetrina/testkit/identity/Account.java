package dev.vetrina.testkit.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a token speaks for.
 *
 * @param brandId the brand that a partner belongs to; only of accounts with the role {@code brand}
 */
public record Account(
        String subject,
        Set<String> roles,
        Set<String> scopes,
        @Nullable String brandId) {

    /** Every scope that a partner's client may be given. */
    public static final Set<String> PARTNER_SCOPES = Set.of(
            "catalog:read",
            "catalog:write",
            "inventory:read",
            "inventory:write",
            "orders:read",
            "fulfilment:write",
            "promotions:write",
            "statistics:read",
            "webhooks:manage",
            "sandbox:write",
            "finance:read");

    /** What the platform's own accounting is trusted with: it sees the money, and gives it back. */
    public static final Set<String> FINANCE_SCOPES = Set.of("finance:read", "orders:write");

    public Account {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    public static Account customer(String subject) {
        return withRole(subject, "customer");
    }

    public static Account creator(String subject) {
        return withRole(subject, "creator");
    }

    public static Account moderator(String subject) {
        return withRole(subject, "moderator");
    }

    public static Account operator() {
        return withRole("operator", "operator");
    }

    public static Account finance() {
        return new Account("finance", Set.of("finance"), FINANCE_SCOPES, null);
    }

    /** A partner's client with all of a partner's scopes. */
    public static Account brand(String brandId) {
        return new Account("brand-" + brandId, Set.of("brand"), PARTNER_SCOPES, brandId);
    }

    public Account withScopes(String... only) {
        return new Account(subject, roles, Set.of(only), brandId);
    }

    public Account withRoles(String... only) {
        return new Account(subject, Set.of(only), scopes, brandId);
    }

    private static Account withRole(String subject, String role) {
        return new Account(subject, Set.of(role), Set.of(), null);
    }
}

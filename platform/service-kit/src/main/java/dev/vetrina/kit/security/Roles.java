package dev.vetrina.kit.security;

import java.util.List;
import java.util.Set;

/** The roles of an access token's {@code roles} claim. */
public final class Roles {

    public static final String CUSTOMER = "customer";
    public static final String CREATOR = "creator";
    public static final String MODERATOR = "moderator";
    /** A brand's own engineers; the token's {@code brand_id} says which brand. */
    public static final String BRAND = "brand";

    public static final String OPERATOR = "operator";
    public static final String FINANCE = "finance";

    public static final List<String> ALL = List.of(BRAND, CREATOR, CUSTOMER, FINANCE, MODERATOR, OPERATOR);

    /** Whose tokens may do only what their scopes say: see {@link NeedsScope}. */
    static final Set<String> PARTNERS = Set.of(BRAND, FINANCE);

    private Roles() {}
}

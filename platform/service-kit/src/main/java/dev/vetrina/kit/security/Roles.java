package dev.vetrina.kit.security;

/** The roles of an access token's {@code roles} claim. */
public final class Roles {

    public static final String CUSTOMER = "customer";
    public static final String CREATOR = "creator";
    public static final String MODERATOR = "moderator";
    /** A brand's own engineers; the token's {@code brand_id} says which brand. */
    public static final String BRAND = "brand";

    public static final String OPERATOR = "operator";
    public static final String FINANCE = "finance";

    private Roles() {}
}

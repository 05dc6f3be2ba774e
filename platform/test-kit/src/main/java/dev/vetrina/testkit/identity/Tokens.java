package dev.vetrina.testkit.identity;

import java.util.UUID;

/** Access tokens that the services under test accept: ES256, five minutes, audience {@code vetrina-api}. */
public final class Tokens {

    private Tokens() {}

    public static String customer(String subject) {
        return of(Account.customer(subject));
    }

    public static String creator(String subject) {
        return of(Account.creator(subject));
    }

    public static String moderator(String subject) {
        return of(Account.moderator(subject));
    }

    public static String operator() {
        return of(Account.operator());
    }

    public static String finance() {
        return of(Account.finance());
    }

    /** A partner's client with every scope that a partner may have. */
    public static String brand(String brandId) {
        return of(Account.brand(brandId));
    }

    public static String brand(UUID brandId) {
        return brand(brandId.toString());
    }

    /** A partner's client with just these scopes. */
    public static String brandWithScopes(String brandId, String... scopes) {
        return of(Account.brand(brandId).withScopes(scopes));
    }

    public static String of(Account account) {
        return forge(account).token();
    }

    /** Starts a token with something wrong in it. */
    public static TokenForge forge(Account account) {
        return new TokenForge(account);
    }
}

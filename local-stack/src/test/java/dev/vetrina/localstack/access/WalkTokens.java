package dev.vetrina.localstack.access;

import dev.vetrina.localstack.stack.DemoAccounts;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.TokenForge;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tokens that the walk is done with, sound and spoilt. */
final class WalkTokens {

    private final Path keyFile;
    private final String issuer;
    private final FirstTenant first;

    WalkTokens(Path keyFile, String issuer, FirstTenant first) {
        this.keyFile = keyFile;
        this.issuer = issuer;
        this.first = first;
    }

    String ofTheFirst(String role) {
        return forge(first(role)).token();
    }

    /** Of the same role, of whom nothing is that the first tenant has. */
    String ofAnother(String role) {
        return forge(DemoAccounts.of(
                        switch (role) {
                            case "brand" -> "brand-" + first.otherBrand();
                            case "creator" -> FirstTenant.OTHER_CREATOR;
                            case "customer" -> "customer-2";
                            default -> throw new IllegalArgumentException(role + " has no tenants");
                        }))
                .token();
    }

    String withoutItsScopes(String role) {
        return forge(first(role).withScopes("another:scope")).token();
    }

    /** Of somebody who may, each with one thing wrong in it, by what that is. */
    Map<String, String> spoilt(String role) {
        Map<String, String> spoilt = new LinkedHashMap<>();
        spoilt.put("an expired token", forge(first(role)).expired().token());
        spoilt.put(
                "a token for another audience",
                forge(first(role)).withAudience("another-api").token());
        spoilt.put("a tampered token", forge(first(role)).tampered().token());
        spoilt.put("a token with alg none", forge(first(role)).unsigned().token());
        return spoilt;
    }

    private Account first(String role) {
        return DemoAccounts.of(
                switch (role) {
                    case "brand" -> "brand-" + first.brand();
                    case "creator" -> FirstTenant.CREATOR;
                    case "customer" -> FirstTenant.CUSTOMER;
                    default -> role;
                });
    }

    private TokenForge forge(Account account) {
        return TokenForge.withKeyOf(keyFile, issuer, account);
    }
}

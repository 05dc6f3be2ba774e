package dev.vetrina.testkit.identity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** OAuth 2.0's token endpoint: the grants {@code client_credentials} and {@code password}. */
final class TokenEndpoint {

    private final Accounts accounts;
    private final BiFunction<Account, String, String> mint;

    TokenEndpoint(Accounts accounts, BiFunction<Account, String, String> mint) {
        this.accounts = accounts;
        this.mint = mint;
    }

    /** Answers a request's form; {@code authorization} is the header of that name. */
    JsonAnswer answer(String form, @Nullable String authorization) {
        Map<String, String> fields = new LinkedHashMap<>(parse(form));
        basicCredentials(authorization).ifPresent(credentials -> {
            fields.put("client_id", decode(credentials[0]));
            fields.put("client_secret", decode(credentials[1]));
        });
        String clientId = fields.getOrDefault("client_id", "");
        return switch (fields.getOrDefault("grant_type", "")) {
            case "client_credentials" ->
                accounts.client(clientId, fields.getOrDefault("client_secret", ""))
                        .map(account -> token(account, clientId, fields.get("scope")))
                        .orElseGet(() -> JsonAnswer.error(401, "invalid_client"));
            case "password" ->
                accounts.user(clientId, fields.getOrDefault("username", ""), fields.getOrDefault("password", ""))
                        .map(account -> token(account, clientId, fields.get("scope")))
                        .orElseGet(() -> JsonAnswer.error(400, "invalid_grant"));
            default -> JsonAnswer.error(400, "unsupported_grant_type");
        };
    }

    /** A client may ask for fewer scopes than it has, never for more. */
    private JsonAnswer token(Account account, String clientId, @Nullable String wanted) {
        Set<String> scopes = new TreeSet<>(account.scopes());
        if (wanted != null && !wanted.isBlank()) {
            Set<String> asked = Set.copyOf(Arrays.asList(wanted.strip().split("\\s+", -1)));
            if (!scopes.containsAll(asked)) {
                return JsonAnswer.error(400, "invalid_scope");
            }
            scopes.retainAll(asked);
        }
        Account granted = account.withScopes(scopes.toArray(String[]::new));
        return JsonAnswer.ok(Map.of(
                "access_token",
                mint.apply(granted, clientId),
                "token_type",
                "Bearer",
                "expires_in",
                AccessClaims.LIFETIME_SECONDS,
                "scope",
                String.join(" ", scopes)));
    }

    private static Optional<String[]> basicCredentials(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring("Basic ".length()).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return Optional.of(parts).filter(pair -> pair.length == 2);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Map<String, String> parse(String form) {
        return Arrays.stream(form.split("&", -1))
                .map(field -> field.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1]), (first, second) -> first));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

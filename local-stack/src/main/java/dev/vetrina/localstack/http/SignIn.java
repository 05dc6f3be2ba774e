package dev.vetrina.localstack.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vetrina.localstack.stack.DemoAccounts;
import dev.vetrina.localstack.stack.StackFailure;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Access tokens of any OpenID Connect provider that has the demo's accounts and their public client. */
public final class SignIn {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A token in use must not end on the way. */
    private static final Duration RESERVE = Duration.ofSeconds(60);

    private final RestApi provider;
    private final String tokenPath;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private SignIn(RestApi provider, String tokenPath) {
        this.provider = provider;
        this.tokenPath = tokenPath;
    }

    /** @param issuer its address, as it stands in the tokens */
    public static SignIn at(String issuer) {
        RestApi provider = new RestApi(URI.create(issuer + "/"), PATIENCE);
        Answer discovery = provider.send(Call.get(".well-known/openid-configuration"));
        String endpoint = discovery.body().path("token_endpoint").asText("");
        if (endpoint.isEmpty()) {
            throw new StackFailure(issuer + " is no OpenID Connect provider (" + discovery.summary()
                    + "): give its issuer with --identity.");
        }
        return new SignIn(provider, endpoint);
    }

    /** A token that lasts for another minute at least. */
    public String token(String user) {
        Token token = tokens.compute(user, (name, known) -> known == null || known.isEnding() ? ask(name) : known);
        return token.text;
    }

    private Token ask(String user) {
        Map<String, String> form = Map.of(
                "grant_type",
                "password",
                "client_id",
                DemoAccounts.CLIENT,
                "username",
                user,
                "password",
                DemoAccounts.PASSWORD);
        return Token.of(requestToken(provider, tokenPath, form));
    }

    /** What the token endpoint answers to a form. */
    static JsonNode requestToken(RestApi provider, String path, Map<String, String> form) {
        String encoded = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        Answer answer = provider.send(Call.post(path).text(encoded, "application/x-www-form-urlencoded"));
        if (!answer.succeeded()) {
            throw new StackFailure("The identity provider gives " + form.getOrDefault("username", "this client")
                    + " no token (" + answer.summary() + "): does it have the demo's accounts?");
        }
        return answer.body();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private record Token(String text, long endsAtNanos) {

        static Token of(JsonNode answer) {
            Duration lifetime = Duration.ofSeconds(answer.path("expires_in").asLong());
            return new Token(answer.path("access_token").asText(), System.nanoTime() + lifetime.toNanos());
        }

        boolean isEnding() {
            return endsAtNanos - System.nanoTime() < RESERVE.toNanos();
        }
    }
}

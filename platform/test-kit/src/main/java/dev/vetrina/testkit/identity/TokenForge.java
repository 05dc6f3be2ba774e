package dev.vetrina.testkit.identity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Function;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Makes tokens that a service must refuse: each method spoils one thing and leaves the rest as it should be. */
public final class TokenForge {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final JwtClaims claims;
    private final Function<JwtClaims, String> provider;
    private Function<JwtClaims, String> signature;

    TokenForge(Account account) {
        this(account, TestIdentity.issuer(), TestIdentity::sign);
    }

    private TokenForge(Account account, String issuer, Function<JwtClaims, String> provider) {
        this.claims = AccessClaims.of(account, issuer, "test");
        this.provider = provider;
        this.signature = provider;
    }

    /** For whoever trusts an {@link IdentityServer} that keeps its key in a file. */
    public static TokenForge withKeyOf(Path keyFile, String issuer, Account account) {
        return new TokenForge(account, issuer, SigningKey.keptIn(keyFile)::sign);
    }

    /** Expired ten minutes ago, beyond what any clock skew excuses. */
    public TokenForge expired() {
        long now = NumericDate.now().getValue();
        claims.setIssuedAt(NumericDate.fromSeconds(now - 900));
        claims.setExpirationTime(NumericDate.fromSeconds(now - 600));
        return this;
    }

    /** Ended so many seconds ago by the provider's clock: within a clock's skew, or not. */
    public TokenForge expiredSecondsAgo(int seconds) {
        long now = NumericDate.now().getValue();
        claims.setIssuedAt(NumericDate.fromSeconds(now - seconds - AccessClaims.LIFETIME_SECONDS));
        claims.setExpirationTime(NumericDate.fromSeconds(now - seconds));
        return this;
    }

    public TokenForge withAudience(String audience) {
        claims.setAudience(audience);
        return this;
    }

    public TokenForge withIssuer(String issuer) {
        claims.setIssuer(issuer);
        return this;
    }

    public TokenForge withClaim(String name, Object value) {
        claims.setClaim(name, value);
        return this;
    }

    public TokenForge withoutClaim(String name) {
        claims.unsetClaim(name);
        return this;
    }

    /** Signed by a stranger's key that claims to be the provider's. */
    public TokenForge signedByAnotherKey() {
        signature = SigningKey.generate()::sign;
        return this;
    }

    /** {@code alg: none}, with no signature at all. */
    public TokenForge unsigned() {
        signature = unsigned -> encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + encoded(unsigned.toJson()) + ".";
        return this;
    }

    /** Says something else than what was signed: the subject, the role of an operator. */
    public TokenForge tampered() {
        signature = signed -> {
            String[] parts = provider.apply(signed).split("\\.", -1);
            signed.setSubject("somebody-else");
            signed.setStringListClaim("roles", "operator");
            return parts[0] + "." + encoded(signed.toJson()) + "." + parts[2];
        };
        return this;
    }

    public String token() {
        return signature.apply(claims);
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}

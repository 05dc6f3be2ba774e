package dev.vetrina.testkit.identity;

import java.util.List;
import java.util.TreeSet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** The claims of an access token, the same as those that the realm in docker-compose gives out. */
final class AccessClaims {

    static final String AUDIENCE = "vetrina-api";
    static final int LIFETIME_SECONDS = 300;

    private AccessClaims() {}

    static JwtClaims of(Account account, String issuer, String clientId) {
        NumericDate now = NumericDate.now();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(account.subject());
        claims.setAudience(AUDIENCE);
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + LIFETIME_SECONDS));
        claims.setGeneratedJwtId();
        claims.setStringClaim("azp", clientId);
        claims.setStringListClaim("roles", List.copyOf(new TreeSet<>(account.roles())));
        claims.setStringClaim("scope", String.join(" ", new TreeSet<>(account.scopes())));
        String brandId = account.brandId();
        if (brandId != null) {
            claims.setStringClaim("brand_id", brandId);
        }
        return claims;
    }
}

package dev.vetrina.testkit.identity;

import dev.vetrina.testkit.jvm.JvmWide;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/** The one identity server of this test JVM, started when it is first asked for. */
public final class TestIdentity {

    /** Of the client by which services under test make others. */
    public static final String ADMIN_SECRET = "secret-of-the-onboarding";

    private static final String ADMIN = "vetrina-onboarding";
    private static @Nullable Issuer issuer;

    private TestIdentity() {}

    /** What the services under test are given as {@code quarkus.oidc.auth-server-url}. */
    public static String issuer() {
        return shared().issuer();
    }

    /** Tokens are signed with a new key from now on; those of the old one stay good. */
    public static void changeKey() {
        shared().changeKey();
    }

    static String sign(JwtClaims claims) {
        return shared().sign(claims.toJson());
    }

    private static Issuer shared() {
        return JvmWide.shared(Issuer.class, TestIdentity.class, "issuerOfThisLoader");
    }

    static synchronized Issuer issuerOfThisLoader() {
        if (issuer == null) {
            issuer = new ServerIssuer(IdentityServer.start().addAdministrator(ADMIN, ADMIN_SECRET));
        }
        return issuer;
    }

    /** Public and made of texts, because it is called across class loaders. */
    public interface Issuer {
        String issuer();

        String sign(String claims);

        void changeKey();
    }

    private record ServerIssuer(IdentityServer server) implements Issuer {

        @Override
        public String issuer() {
            return server.issuer();
        }

        @Override
        public void changeKey() {
            server.changeKey();
        }

        @Override
        public String sign(String claims) {
            try {
                return server.key().sign(JwtClaims.parse(claims));
            } catch (InvalidJwtException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }
}

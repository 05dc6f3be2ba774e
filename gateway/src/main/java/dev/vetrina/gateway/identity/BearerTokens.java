package dev.vetrina.gateway.identity;

import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.gateway.web.RouteOrder;
import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.VerifiedTokens;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Refuses a request whose access token is not valid. One without a token passes: the service says what it may do. */
@ApplicationScoped
class BearerTokens {

    private static final Logger LOG = Logger.getLogger(BearerTokens.class);
    private static final String SCHEME = "Bearer ";

    private final IdentityProviderManager identities;
    private final VerifiedTokens verified;
    private final Refusals refusals;
    private final Event<TokenRefused> refusedTokens;

    BearerTokens(
            IdentityProviderManager identities,
            VerifiedTokens verified,
            Refusals refusals,
            Event<TokenRefused> refusedTokens) {
        this.identities = identities;
        this.verified = verified;
        this.refusals = refusals;
        this.refusedTokens = refusedTokens;
    }

    void route(@Observes Router router) {
        router.route("/v1/*").order(RouteOrder.IDENTITY).handler(this::verify);
    }

    private void verify(RoutingContext request) {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            request.next();
            return;
        }
        Optional<SecurityIdentity> known = known(authorization.substring(SCHEME.length()));
        if (known.isPresent()) {
            // Quarkus's way to the same answer takes as long as all the rest of passing a request on.
            pass(request, known.get());
            return;
        }
        request.request().pause();
        // Otherwise Quarkus answers by itself, without a problem document.
        BiConsumer<RoutingContext, Throwable> leftToUs = (event, failure) -> {};
        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, leftToUs);
        Context context = request.vertx().getOrCreateContext();
        QuarkusHttpUser.getSecurityIdentity(request, identities)
                .emitOn(command -> runOn(context, command))
                .subscribe()
                .with(accepted -> pass(request, accepted), failure -> refuse(request, failure));
    }

    private Optional<SecurityIdentity> known(String token) {
        return verified.bearer(new VerifiedTokens.Key(OidcUtils.DEFAULT_TENANT_ID, token));
    }

    private static void pass(RoutingContext request, SecurityIdentity accepted) {
        Bearer.remember(request, accepted);
        request.next();
    }

    /** Then nobody knows whether the token is wrong, and its bearer is to keep it. */
    static boolean providerIsAway(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof OIDCException || cause instanceof ConnectException);
    }

    /** The provider's keys may arrive on another thread; the request goes on on its own. */
    private static void runOn(Context context, Runnable command) {
        if (context.equals(Vertx.currentContext())) {
            command.run();
        } else {
            context.runOnContext(v -> command.run());
        }
    }

    private void refuse(RoutingContext request, Throwable failure) {
        if (failure instanceof AuthenticationFailedException && !providerIsAway(failure)) {
            LOG.debugf(failure, "An access token was refused");
            refusedTokens.fire(new TokenRefused(request.request()));
            refusals.refuse(
                    request,
                    ProblemException.of(401, "unauthenticated", "A valid access token is needed", null)
                            .header("WWW-Authenticate", "Bearer error=\"invalid_token\""));
        } else {
            LOG.warn("Access tokens cannot be checked: the identity provider does not answer", failure);
            refusals.refuse(
                    request,
                    ProblemException.unavailable(
                            "identity-unavailable", "Access tokens cannot be checked now.", Duration.ofSeconds(1)));
        }
    }
}

package dev.vetrina.gateway.identity;

import dev.vetrina.gateway.web.Refusals;
import dev.vetrina.gateway.web.RequestHeaders;
import dev.vetrina.gateway.web.RouteOrder;
import dev.vetrina.kit.problem.ProblemException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Refuses a request whose access token is not valid. One without a token passes: the service says what it may do. */
@Singleton
class BearerTokens {

    private static final Logger LOG = Logger.getLogger(BearerTokens.class);

    private final IdentityProviderManager identities;
    private final PresentedTokens tokens;
    private final Refusals refusals;
    private final Event<TokenVerified> verifiedTokens;
    private final Event<TokenRefused> refusedTokens;

    BearerTokens(
            IdentityProviderManager identities,
            PresentedTokens tokens,
            Refusals refusals,
            Event<TokenVerified> verifiedTokens,
            Event<TokenRefused> refusedTokens) {
        this.identities = identities;
        this.tokens = tokens;
        this.refusals = refusals;
        this.verifiedTokens = verifiedTokens;
        this.refusedTokens = refusedTokens;
    }

    void route(@Observes Router router) {
        router.route("/v1/*").order(RouteOrder.IDENTITY).handler(this::verify);
    }

    private void verify(RoutingContext request) {
        switch (tokens.of(request)) {
            case Presented.None() -> request.next();
            // Quarkus's way to the same answer takes as long as all the rest of passing a request on.
            case Presented.Known(SecurityIdentity bearer) -> pass(request, bearer);
            case Presented.Expired() -> refuseToken(request);
            case Presented.Unverified(String subject) -> verify(request, subject);
        }
    }

    private void verify(RoutingContext request, String subject) {
        request.request().pause();
        // Otherwise Quarkus answers by itself, without a problem document.
        BiConsumer<RoutingContext, Throwable> leftToUs = (event, failure) -> {};
        request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, leftToUs);
        Context context = request.vertx().getOrCreateContext();
        QuarkusHttpUser.getSecurityIdentity(request, identities)
                .emitOn(command -> runOn(context, command))
                .subscribe()
                .with(
                        accepted -> {
                            verifiedTokens.fire(new TokenVerified(request.request(), subject));
                            pass(request, accepted);
                        },
                        failure -> refuse(request, subject, failure));
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

    private void refuse(RoutingContext request, String subject, Throwable failure) {
        RequestHeaders.nameInLogs(request);
        if (failure instanceof AuthenticationFailedException && !providerIsAway(failure)) {
            LOG.debugf(failure, "An access token was refused");
            refusedTokens.fire(new TokenRefused(request.request(), subject));
            refuseToken(request);
        } else {
            LOG.warn("Access tokens cannot be checked: the identity provider does not answer", failure);
            refusals.refuse(
                    request,
                    ProblemException.unavailable(
                            "identity-unavailable", "Access tokens cannot be checked now.", Duration.ofSeconds(1)));
        }
    }

    private void refuseToken(RoutingContext request) {
        refusals.refuse(
                request,
                ProblemException.of(401, "unauthenticated", "A valid access token is needed", null)
                        .header("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }
}

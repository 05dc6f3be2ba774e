package dev.vetrina.kit.problem;

import io.quarkus.oidc.OIDCException;
import java.net.ConnectException;
import org.jspecify.annotations.Nullable;

/** Tells a token that is wrong from one that cannot be checked, because the provider's keys cannot be had right now. */
final class ProviderOutages {

    private ProviderOutages() {}

    static boolean causedBy(@Nullable Throwable e) {
        return Causes.of(e).anyMatch(cause -> cause instanceof OIDCException || cause instanceof ConnectException);
    }
}

package dev.vetrina.localstack.client;

import static org.awaitility.Awaitility.await;

import dev.vetrina.client.ApiClient;
import dev.vetrina.client.ApiException;
import dev.vetrina.localstack.http.Json;
import dev.vetrina.localstack.http.SignIn;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/** The generated client, for one person at a time. */
public final class Clients {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI api;
    private final SignIn signIn;

    private Clients(URI api, SignIn signIn) {
        this.api = api;
        this.signIn = signIn;
    }

    /** @param issuer of the tokens that the system takes */
    public static Clients of(URI api, String issuer) {
        return new Clients(api, SignIn.at(issuer));
    }

    ApiClient as(String user) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(api.toString());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + signIn.token(user)));
        return client;
    }

    ApiClient asBrand(UUID brand) {
        return as("brand-" + brand);
    }

    /** Calls again while what another service has made a moment ago is not known yet, as the document asks of clients. */
    static <T> T onceVisible(Callable<T> call) {
        return oncePast(Set.of("not-yet-visible"), call);
    }

    /** Checkout knows a variant before it hears that its product was published. */
    static <T> T onceOnSale(Callable<T> call) {
        return oncePast(Set.of("not-yet-visible", "not-for-sale"), call);
    }

    private static <T> T oncePast(Set<String> passing, Callable<T> call) {
        List<T> answer = new ArrayList<>();
        await().atMost(PATIENCE).until(() -> {
            try {
                answer.add(call.call());
                return true;
            } catch (ApiException refused) {
                if (!passing.contains(code(refused))) {
                    throw refused;
                }
                return false;
            }
        });
        return answer.getFirst();
    }

    private static String code(ApiException refused) {
        return Json.read(String.valueOf(refused.getResponseBody())).path("code").asText();
    }
}

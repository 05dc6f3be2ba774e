package dev.vetrina.localstack.http;

import dev.vetrina.localstack.stack.DemoAccounts;
import dev.vetrina.localstack.stack.StackFailure;
import dev.vetrina.testkit.identity.Account;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Makes the demo's accounts in a realm of Keycloak, on behalf of one of its administrators. */
public final class KeycloakAccounts {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REALMS = "/realms/";
    /** Every password is hashed, slowly on purpose: more at once would not be done before the call's time is over. */
    private static final int AT_ONCE = 50;

    private final RestApi keycloak;
    private final String realm;
    private final String user;
    private final String password;

    private KeycloakAccounts(RestApi keycloak, String realm, String user, String password) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.user = user;
        this.password = password;
    }

    /**
     * @param issuer the realm's address, as it stands in its tokens
     * @param administrator {@code user:password} of an administrator of the realm {@code master}
     */
    public static KeycloakAccounts at(String issuer, String administrator) {
        int slash = issuer.indexOf(REALMS);
        int colon = administrator.indexOf(':');
        if (slash < 0 || colon < 0) {
            throw new StackFailure("--identity-admin=USER:PASSWORD is for a Keycloak, whose issuers look like"
                    + " http://HOST/realms/NAME: leave it out if the demo's accounts are there already.");
        }
        return new KeycloakAccounts(
                new RestApi(URI.create(issuer.substring(0, slash) + "/"), PATIENCE),
                issuer.substring(slash + REALMS.length()),
                administrator.substring(0, colon),
                administrator.substring(colon + 1));
    }

    /**
     * Makes those accounts that are not there yet.
     *
     * @param progress is told now and then how many are there
     */
    public void provide(List<String> names, IntConsumer progress) {
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            int to = Math.min(names.size(), from + AT_ONCE);
            importAll(names.subList(from, to));
            progress.accept(to);
        }
    }

    private void importAll(List<String> names) {
        keycloak.require(Call.post("admin/realms/" + realm + "/partialImport")
                .as(administratorsToken())
                .json(Map.of(
                        "ifResourceExists",
                        "SKIP",
                        "users",
                        names.stream().map(KeycloakAccounts::representation).toList())));
    }

    /** Asked for each time: an administrator's token lasts for a minute only. */
    private String administratorsToken() {
        Map<String, String> form =
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", user, "password", password);
        return SignIn.requestToken(keycloak, "realms/master/protocol/openid-connect/token", form)
                .path("access_token")
                .asText();
    }

    private static Map<String, Object> representation(String name) {
        Account account = DemoAccounts.of(name);
        Map<String, Object> user = new HashMap<>();
        user.put("username", name);
        user.put("enabled", true);
        user.put("realmRoles", account.roles());
        user.put(
                "credentials", List.of(Map.of("type", "password", "value", DemoAccounts.PASSWORD, "temporary", false)));
        String brandId = account.brandId();
        if (brandId != null) {
            user.put("attributes", Map.of("brand_id", List.of(brandId)));
        }
        return user;
    }
}

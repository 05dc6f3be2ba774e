package dev.vetrina.localstack.stack;

import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.IdentityServer;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Who may sign in to the local stack. Everybody has the same password, and a name says what its owner may do; the realm
 * of docker-compose has the same accounts.
 */
public final class DemoAccounts {

    /** The public client that everybody signs in through. */
    public static final String CLIENT = "vetrina-web";

    public static final String PASSWORD = "vetrina";

    private static final String BRAND = "brand-";

    private DemoAccounts() {}

    static void register(IdentityServer identity) {
        users(identity, "operator", name -> Account.operator());
        users(identity, "finance", name -> Account.finance());
        users(identity, "moderator", Account::moderator);
        users(identity, "creator-[0-9]{1,6}", Account::creator);
        users(identity, "customer-[0-9]{1,6}", Account::customer);
        users(identity, BRAND + "[0-9a-f-]{36}", name -> Account.brand(name.substring(BRAND.length())));
    }

    private static void users(IdentityServer identity, String names, Function<String, Account> account) {
        identity.addUsers(CLIENT, Pattern.compile(names), PASSWORD, account);
    }
}

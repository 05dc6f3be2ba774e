package dev.vetrina.localstack.stack;

import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.IdentityServer;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Who may sign in to the local stack. Everybody has the same password, and a name says what its owner may do. The realm of
 * docker-compose has some of these accounts, and is given the others when the demo needs them.
 */
public final class DemoAccounts {

    /** The public client that everybody signs in through. */
    public static final String CLIENT = "vetrina-web";

    public static final String PASSWORD = "vetrina";

    private static final String BRAND = "brand-";

    private static final List<Group> GROUPS = List.of(
            new Group("operator", name -> Account.operator()),
            new Group("finance", name -> Account.finance()),
            new Group("moderator", Account::moderator),
            new Group("creator-[0-9]{1,6}", Account::creator),
            new Group("customer-[0-9]{1,6}", Account::customer),
            new Group(BRAND + "[0-9a-f-]{36}", name -> Account.brand(name.substring(BRAND.length()))));

    private DemoAccounts() {}

    /** What the owner of this name may do. */
    public static Account of(String name) {
        return GROUPS.stream()
                .filter(group -> group.names.matcher(name).matches())
                .findFirst()
                .map(group -> group.account.apply(name))
                .orElseThrow(() -> new IllegalArgumentException("The demo has no account " + name));
    }

    static void register(IdentityServer identity) {
        GROUPS.forEach(group -> identity.addUsers(CLIENT, group.names, PASSWORD, group.account));
    }

    private record Group(Pattern names, Function<String, Account> account) {

        Group(String names, Function<String, Account> account) {
            this(Pattern.compile(names), account);
        }
    }
}

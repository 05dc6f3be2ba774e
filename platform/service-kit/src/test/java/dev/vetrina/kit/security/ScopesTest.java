package dev.vetrina.kit.security;

import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScopesTest {

    private static final String LEDGER = "/v1/ledgers";
    private static final String BRAND = "01900000-0000-7000-8000-000000000001";

    @Test
    void aPartnersTokenWithoutTheScopeIsToldWhichOneItLacks() {
        Response answer = Api.as(Tokens.brandWithScopes(BRAND, "catalog:write", "finance:reader"))
                .get(LEDGER);
        problem(answer, 403, "insufficient-scope");
        assertThat(answer.jsonPath().getString("scope")).isEqualTo("finance:read");
        assertThat(answer.header("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_scope\", scope=\"finance:read\"");
    }

    @Test
    void theScopeOpensTheOperationAndNoOther() {
        String token = Tokens.brandWithScopes(BRAND, "catalog:write", "finance:read");
        assertThat(Api.as(token).get(LEDGER).jsonPath().getBoolean("brand")).isTrue();
        problem(Api.as(token).post(LEDGER), 403, "insufficient-scope");
    }

    @Test
    void financeIsHeldToItsScopesToo() {
        assertThat(Api.as(Tokens.finance()).get(LEDGER).statusCode()).isEqualTo(200);
        problem(Api.as(Tokens.of(Account.finance().withScopes())).get(LEDGER), 403, "insufficient-scope");
        problem(
                Api.as(Tokens.forge(Account.finance()).withoutClaim("scope").token())
                        .get(LEDGER),
                403,
                "insufficient-scope");
    }

    @Test
    void peopleNeedNoScope() {
        assertThat(Api.as(Tokens.customer("ann")).get(LEDGER).statusCode()).isEqualTo(200);
        assertThat(Api.as(Tokens.operator()).post(LEDGER).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherRoleDoesNotExcuseAPartnersToken() {
        Account both = Account.brand(BRAND).withScopes().withRoles("brand", "customer", "operator");
        problem(Api.as(Tokens.of(both)).get(LEDGER), 403, "insufficient-scope");
    }

    @Test
    void ofWhatIsOpenToEverybodyAPartnerWithoutTheScopeSeesWhatEverybodySees() {
        String open = LEDGER + "/open";
        assertThat(Api.anonymous().get(open).jsonPath().getBoolean("brand")).isFalse();
        assertThat(seesItsOwn(open, "catalog:write")).isFalse();
        assertThat(seesItsOwn(open, "catalog:read")).isTrue();
    }

    private static boolean seesItsOwn(String path, String scope) {
        return Api.as(Tokens.brandWithScopes(BRAND, scope)).get(path).jsonPath().getBoolean("brand");
    }
}

package dev.vetrina.kit.audit;

import static dev.vetrina.kit.trial.ProblemCheck.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Account;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest {

    private static final String ENTRIES = "/v1/operations/trial/audit-entries";

    private final String actor = "operator-" + UUID.randomUUID();
    private final Account operator = new Account(actor, Set.of("operator"), Set.of(), null);

    @Inject
    DataSource dataSource;

    @Inject
    AuditEntries entries;

    @Inject
    AuditExpiry expiry;

    @Test
    void whatAnOperatorDoesIsRecordedWithoutWhatWasSent() {
        Response created = create(operator, "lamp of Mrs Miller");

        JsonPath list = ofActor();
        assertThat(list.getList("items")).hasSize(1);
        assertThat(list.getMap("items[0]"))
                .containsEntry("actor", actor)
                .containsEntry("role", "operator")
                .containsEntry("operation", "createTrial")
                .containsEntry("request", "POST /v1/trials")
                .containsEntry("outcome", "DONE")
                .containsEntry("status", 201)
                .containsEntry("objects", List.of(created.<String>path("id")))
                .containsEntry("requestId", created.header("X-Request-Id"));
        assertThat(list.prettyPrint()).doesNotContain("Miller");
    }

    @Test
    void anEntryIsFoundByTheObjectThatIsNamedInThePath() {
        String id = create(operator, "chair").path("id");
        problem(Api.as(Tokens.of(operator)).body(trial("sofa")).put("/v1/trials/" + id), 428, "precondition-required");

        JsonPath list = list("?object=" + id);
        assertThat(list.getList("items.operation")).containsExactly("renameTrial", "createTrial");
        assertThat(list.getList("items.outcome")).containsExactly("REFUSED", "DONE");
        assertThat(list("?object=" + UUID.randomUUID()).getList("items")).isEmpty();
    }

    @Test
    void anActionThatTheStateRefusesIsRecordedThoughItsTransactionIsNot() {
        problem(create(operator, "refused once written"), 409, "trial-refused");

        assertThat(ofActor().getMap("items[0]"))
                .containsEntry("outcome", "REFUSED")
                .containsEntry("status", 409);
    }

    @Test
    void anActionThatTakesAnotherRoleIsRecordedAsRefused() {
        problem(Api.as(Tokens.of(operator)).body(Map.of("amount", 5)).post("/v1/charges"), 403, "forbidden");

        JsonPath list =
                await().until(this::ofActor, found -> !found.getList("items").isEmpty());
        assertThat(list.getMap("items[0]"))
                .containsEntry("operation", "createCharge")
                .containsEntry("outcome", "REFUSED")
                .containsEntry("status", 403);
    }

    @Test
    void whatPeopleDoAndWhatIsOnlyReadLeavesNoEntry() {
        Account customer = Account.customer("c-" + UUID.randomUUID());
        create(customer, "shelf");
        Api.as(Tokens.of(operator)).get("/v1/trials");
        Api.as(Tokens.of(operator)).get(ENTRIES);

        assertThat(list("?actor=" + customer.subject()).getList("items")).isEmpty();
        assertThat(ofActor().getList("items")).isEmpty();
    }

    @Test
    void entriesComeByTimeAndByPageTheLatestFirst() {
        Instant before = Instant.now().minusSeconds(3600);
        List.of("one", "two", "three").forEach(name -> create(operator, name));

        JsonPath first = list("?limit=2&actor=" + actor);
        JsonPath second = list("?limit=2&actor=" + actor + "&cursor=" + first.getString("nextCursor"));
        assertThat(first.getList("items")).hasSize(2);
        assertThat(second.getList("items")).hasSize(1);
        assertThat(first.getString("items[0].id")).isGreaterThan(second.getString("items[0].id"));
        assertThat(list("?actor=" + actor + "&to=" + before).getList("items")).isEmpty();
        assertThat(list("?actor=" + actor + "&from=" + before).getList("items")).hasSize(3);
    }

    @Test
    void onlyOperatorsReadThem() {
        problem(Api.as(Tokens.finance()).get(ENTRIES), 403, "forbidden");
        problem(Api.as(Tokens.operator()).get("/v1/operations/another/audit-entries"), 404, "not-found");
        problem(Api.as(Tokens.operator()).get(ENTRIES + "?object=" + "x".repeat(201)), 422, "invalid-input");
    }

    @Test
    void anOperationThatHasNotAnsweredIsUnknown() throws SQLException {
        entries.begin(new AuditedRequest(actor, "operator", "createTrial", "POST /v1/trials", List.of(), "r-1"));

        assertThat(ofActor().getString("items[0].outcome")).isEqualTo("UNKNOWN");
        assertThat(ofActor().getMap("items[0]")).doesNotContainKey("status");
    }

    @Test
    void anEntryCanNeitherBeChangedNorDeleted() throws SQLException {
        create(operator, "table");
        String mine = " where actor = '" + actor + "'";

        assertThatThrownBy(() -> execute("update audit_entry set actor = 'somebody'" + mine))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("only completed");
        assertThatThrownBy(() -> execute("update audit_entry set outcome = 'REFUSED'" + mine))
                .hasMessageContaining("only completed");
        assertThatThrownBy(() -> execute("delete from audit_entry" + mine)).hasMessageContaining("kept for two years");
        assertThatThrownBy(() -> execute("truncate audit_entry")).hasMessageContaining("kept for two years");
        assertThat(ofActor().getList("items")).hasSize(1);
    }

    @Test
    void anEntryWithoutOutcomeIsOnlyCompleted() throws SQLException {
        entries.begin(new AuditedRequest(actor, "operator", "createTrial", "POST /v1/trials", List.of(), "r-2"));

        assertThatThrownBy(() -> execute(
                        "update audit_entry set objects = objects || array['another'] where actor = '" + actor + "'"))
                .hasMessageContaining("only completed");
        assertThat(ofActor().getList("items[0].objects")).isEmpty();
    }

    @Test
    void whatCannotBeRecordedIsNotDone() throws SQLException {
        String name = "unrecorded " + actor;
        execute("alter table audit_entry add constraint none_of_it check (actor <> '" + actor + "')");
        try {
            problem(create(operator, name), 503, "temporarily-unavailable");
        } finally {
            execute("alter table audit_entry drop constraint none_of_it");
        }

        // Names are unique: there is none of this one yet.
        assertThat(create(operator, name).statusCode()).isEqualTo(201);
    }

    @Test
    void anEntryIsForgottenAfterTwoYearsAndNotADayBefore() throws SQLException {
        execute("insert into audit_entry select gen_random_uuid(), now() - d * interval '1 day', '" + actor
                + "', 'operator', 'createTrial', 'POST /v1/trials', '{}', 'r-' || d from unnest(array[728, 731]) d");

        expiry.expire();

        assertThat(ofActor().getList("items.requestId")).containsExactly("r-728");
        assertThatThrownBy(() -> execute("delete from audit_entry where actor = '" + actor + "'"))
                .hasMessageContaining("kept for two years");
    }

    private Response create(Account account, String name) {
        return Api.as(Tokens.of(account))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(trial(name))
                .post("/v1/trials");
    }

    private static Map<String, Object> trial(String name) {
        return Map.of("name", name, "lines", List.of(Map.of("variantId", UUID.randomUUID(), "quantity", 1)));
    }

    private JsonPath ofActor() {
        return list("?actor=" + actor);
    }

    private static JsonPath list(String query) {
        return Api.as(Tokens.operator())
                .get(ENTRIES + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

package dev.vetrina.order.returns;

import static dev.vetrina.order.AfterPurchase.delivered;
import static dev.vetrina.order.AfterPurchase.lineOf;
import static dev.vetrina.order.AfterPurchase.paid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import dev.vetrina.order.Catalogue;
import dev.vetrina.order.Catalogue.Goods;
import dev.vetrina.order.CountedStatements;
import dev.vetrina.order.OrderServiceTest;
import dev.vetrina.order.lifecycle.CountedOrders;
import dev.vetrina.testkit.Api;
import dev.vetrina.testkit.identity.Tokens;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a page of returns costs does not depend on how many are on it. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class ListReturnsTest {

    @Inject
    DataSource dataSource;

    private final CountedStatements statements = new CountedStatements();
    private Goods mug;

    @BeforeEach
    void putAMugOnSale() {
        mug = Catalogue.onSale(1_250, 10);
    }

    @Test
    void aLongPageTakesAsManyStatementsAsAShortOne() {
        for (int i = 0; i < 4; i++) {
            sendBackAMug();
        }
        CountedOrders.install(statements, dataSource);
        QuarkusMock.installMockForType(new Returns(statements.of(dataSource)), Returns.class);

        int ofOne = statementsOfAPage(1);
        int ofFour = statementsOfAPage(4);

        assertThat(ofFour).isEqualTo(ofOne);
    }

    private int statementsOfAPage(int limit) {
        statements.forget();
        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/returns?limit=" + limit)
                .then()
                .statusCode(200)
                .body("items", hasSize(limit));
        return statements.besides("order by r.id limit");
    }

    private void sendBackAMug() {
        String order = paid("ann", mug, 1);
        String _ = delivered("ann", order, mug, 1);
        Api.as(Tokens.customer("ann"))
                .header("Idempotency-Key", Api.idempotencyKey())
                .body(Map.of(
                        "orderId",
                        order,
                        "lines",
                        List.of(Map.of("lineId", lineOf("ann", order, mug), "quantity", 1, "reason", "FAULTY"))))
                .post("/v1/returns")
                .then()
                .statusCode(201);
    }
}

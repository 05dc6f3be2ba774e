package dev.vetrina.order.fulfilment;

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
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a page of parts costs does not depend on how many are on it. */
@OrderServiceTest
@SuppressWarnings("NullAway.Init")
class ListFulfilmentsTest {

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
            String _ = paid("ann", mug, 1);
        }
        CountedOrders.install(statements, dataSource);
        QuarkusMock.installMockForType(new Fulfilments(statements.of(dataSource)), Fulfilments.class);

        int ofOne = statementsOfAPage(1);
        int ofFour = statementsOfAPage(4);

        assertThat(ofFour).isEqualTo(ofOne);
    }

    private int statementsOfAPage(int limit) {
        statements.forget();
        Api.as(Tokens.brand(mug.brandId()))
                .get("/v1/fulfilments?limit=" + limit)
                .then()
                .statusCode(200)
                .body("items", hasSize(limit));
        return statements.besides("order by f.id limit");
    }
}

package dev.vetrina.catalog.product;

import static dev.vetrina.catalog.product.ProductStatus.ACTIVE;
import static dev.vetrina.catalog.product.ProductStatus.DRAFT;
import static dev.vetrina.catalog.product.ProductStatus.INACTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProductStatusTest {

    private static final Map<ProductStatus, Set<ProductStatus>> LEGAL =
            Map.of(DRAFT, Set.of(ACTIVE), ACTIVE, Set.of(INACTIVE), INACTIVE, Set.of(ACTIVE));

    @ParameterizedTest
    @EnumSource
    void aStatusLeadsToTheNextOnesAndToNoOther(ProductStatus status) {
        for (ProductStatus other : ProductStatus.values()) {
            assertThat(status.leadsTo(other))
                    .as("%s to %s", status, other)
                    .isEqualTo(LEGAL.getOrDefault(status, Set.of()).contains(other));
        }
    }
}

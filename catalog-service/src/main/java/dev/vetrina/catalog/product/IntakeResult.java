package dev.vetrina.catalog.product;

import java.util.List;

/**
 * What became of an imported product.
 *
 * @param refused the variants that were left out
 */
public record IntakeResult(Outcome outcome, List<RefusedVariant> refused) {

    /** What happened to the product. */
    public enum Outcome {
        CREATED,
        /** It was known; whether anything in the file was new or not. */
        UPDATED,
        /** None of its variants could be taken. */
        REFUSED
    }

    /** @param code stable, for programs */
    public record RefusedVariant(int row, String field, String code, String message) {}
}

package dev.vetrina.kit.problem;

/**
 * One rule that the input breaks.
 *
 * @param field path to the value, such as {@code lines[0].quantity}
 * @param message the rule, as a sentence without the field's name
 */
public record Violation(String field, String message) {}

package dev.vetrina.catalog.product;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text is a GTIN of 8, 12, 13 or 14 digits whose last one is the check digit of the GS1 General Specifications. */
@Documented
@Constraint(validatedBy = Gtin.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Gtin {

    String message() default "must be a GTIN of 8, 12, 13 or 14 digits with a valid check digit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Validator implements ConstraintValidator<Gtin, String> {

        private static final Set<Integer> LENGTHS = Set.of(8, 12, 13, 14);

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || isGtin(value);
        }

        /** Counted from the right, the digits weigh 1, 3, 1, 3 and so on, and their sum is a multiple of 10. */
        public static boolean isGtin(String value) {
            if (!LENGTHS.contains(value.length())
                    || !value.chars().allMatch(character -> character >= '0' && character <= '9')) {
                return false;
            }
            int sum = 0;
            for (int i = 0; i < value.length(); i++) {
                int digit = value.charAt(value.length() - 1 - i) - '0';
                sum += i % 2 == 0 ? digit : 3 * digit;
            }
            return sum % 10 == 0;
        }
    }
}

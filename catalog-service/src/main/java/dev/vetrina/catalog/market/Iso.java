package dev.vetrina.catalog.market;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The text is a code of the named standard. */
@Documented
@Constraint(validatedBy = Iso.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Iso {

    Kind value();

    String message() default "must be an ISO code";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The standards that are checked. */
    enum Kind {
        /** ISO 3166-1 alpha-2. */
        COUNTRY,
        /** ISO 4217. */
        CURRENCY
    }

    /** Absence is for {@code @NotNull} to judge. */
    class Validator implements ConstraintValidator<Iso, String> {

        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
        private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
                // Gold, test codes and the like have no minor units, in which every amount is.
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .map(Currency::getCurrencyCode)
                .collect(toUnmodifiableSet());

        private Set<String> codes = Set.of();

        @Override
        public void initialize(Iso annotation) {
            codes = switch (annotation.value()) {
                case COUNTRY -> COUNTRIES;
                case CURRENCY -> CURRENCIES;
            };
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || codes.contains(value);
        }
    }
}

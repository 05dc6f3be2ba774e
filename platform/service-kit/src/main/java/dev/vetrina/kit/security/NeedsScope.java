package dev.vetrina.kit.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope that an access token must carry for this operation, if it is a partner's: of the role {@code brand} or
 * {@code finance}. Roles say who may do something; a scope says what a client was trusted with.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface NeedsScope {

    /** One of {@link Scopes}. */
    String value();
}

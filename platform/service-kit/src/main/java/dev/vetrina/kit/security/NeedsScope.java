package dev.vetrina.kit.security;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope that an access token must carry for this operation, if it is a partner's: of the role {@code brand} or
 * {@code finance}, whatever other roles it has. Roles say who may do something; a scope says what a client was trusted with.
 * People (customers, creators, moderators, operators) need none.
 *
 * <p>Without it the answer is 403 {@code insufficient-scope}, with the scope in {@code WWW-Authenticate} (RFC 6750, 3.1). An
 * operation that everybody may call is not refused: the partner then sees what everybody sees. Put on the class, it holds for
 * every method that has none of its own.
 */
@Documented
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface NeedsScope {

    /** One of {@link Scopes}. */
    String value();
}

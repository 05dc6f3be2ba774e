package dev.vetrina.kit.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Put on a resource method: the request needs an {@code Idempotency-Key}, and takes effect once. Scope of a key: caller,
 * method, path. The same body again gets the stored answer with {@code Idempotent-Replayed: true}; another body 422; while
 * the first is under way 409. Refusals are not stored, so a client may mend the cause and use the key again.
 */
@InterceptorBinding
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    @Nonbinding
    Mode value() default Mode.ONE_TRANSACTION;

    enum Mode {
        /** The method runs in one transaction together with the claim and the stored answer. */
        ONE_TRANSACTION,
        /**
         * The method spans several transactions, because it calls a provider: the claim is a lease of 60 s, after which a
         * retry runs the method again. The method must then find what the first run did by {@link IdempotentRequest#id}, or
         * store the answer in the claimed row of the table {@code idempotency_key} in the transaction of its effect: a retry gets
         * it once the lease is over.
         */
        LEASE,
        /**
         * The method itself claims the key and stores the answer in the table {@code idempotency_key}, under the lock of
         * {@link IdempotencyLocks}; here the key is only read and checked.
         */
        BY_HAND
    }
}

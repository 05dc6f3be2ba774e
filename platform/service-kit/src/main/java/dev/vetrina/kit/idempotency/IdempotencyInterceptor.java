package dev.vetrina.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.problem.ProblemException;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.validation.ConstraintViolationException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Runs inside bean validation, so that a request that breaks a rule claims nothing. */
@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 900)
class IdempotencyInterceptor {

    private final IdempotentRequest request;
    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    IdempotencyInterceptor(IdempotentRequest request, IdempotencyKeys keys, ObjectMapper json) {
        this.request = request;
        this.keys = keys;
        this.json = json;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext invocation) throws Exception {
        return switch (invocation.getMethod().getAnnotation(Idempotent.class).value()) {
            case ONE_TRANSACTION ->
                inTransaction(() -> {
                    keys.claim(request, false);
                    return proceedAndStore(invocation);
                });
            case LEASE -> withLease(invocation);
            case BY_HAND -> invocation.proceed();
        };
    }

    private @Nullable Object withLease(InvocationContext invocation) throws Exception {
        inTransaction(() -> {
            keys.claim(request, true);
            return null;
        });
        try {
            Object answer = invocation.proceed();
            inTransaction(() -> {
                keys.answer(request, stored(invocation.getMethod(), answer));
                return null;
            });
            return answer;
        } catch (ReplayException replay) {
            inTransaction(() -> {
                keys.endLease(request);
                return null;
            });
            throw replay;
        } catch (ProblemException | ConstraintViolationException refusal) {
            if (withoutEffect(refusal)) {
                inTransaction(() -> {
                    keys.release(request);
                    return null;
                });
            }
            throw refusal;
        }
    }

    /** After any other failure the lease stays: nobody knows how far the method came. */
    private static boolean withoutEffect(RuntimeException refusal) {
        return !(refusal instanceof ProblemException problem) || problem.status() < 500 || problem.status() == 503;
    }

    private @Nullable Object proceedAndStore(InvocationContext invocation) throws Exception {
        Object answer = invocation.proceed();
        keys.answer(request, stored(invocation.getMethod(), answer));
        return answer;
    }

    private StoredAnswer stored(Method method, @Nullable Object answer) throws JsonProcessingException {
        ResponseStatus declared = method.getAnnotation(ResponseStatus.class);
        int status = declared != null ? declared.value() : answer == null ? 204 : 200;
        String location = answer instanceof Identified created && (status == 201 || status == 202)
                ? "/" + request.path().replaceFirst("^/", "") + "/" + created.id()
                : null;
        Object kept = answer instanceof ShownOnce once ? once.toKeep() : answer;
        return new StoredAnswer(status, location, kept == null ? null : json.writeValueAsString(kept));
    }

    private static <T> T inTransaction(Callable<T> work) throws Exception {
        try {
            return QuarkusTransaction.requiringNew().call(work);
        } catch (QuarkusTransactionException e) {
            // Checked exceptions come out wrapped; what the method threw is what the caller is told.
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}

package dev.vetrina.live.chat;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;

@ApplicationScoped
class ErasureService {

    private final Removals removals;
    private final Caller caller;

    ErasureService(Removals removals, Caller caller) {
        this.removals = removals;
        this.caller = caller;
    }

    @Transactional
    ErasureView erase(ErasureRequest request) {
        String customerId = Objects.requireNonNullElse(request.customerId(), caller.subject());
        if (!customerId.equals(caller.subject()) && !caller.is(Roles.OPERATOR)) {
            throw ProblemException.forbidden("Only operators erase what others wrote.");
        }
        return new ErasureView(removals.erase(customerId));
    }
}

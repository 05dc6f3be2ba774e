package dev.vetrina.live.creator;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the other features ask about creators. */
@ApplicationScoped
public class Creators {

    private final CreatorRepository creators;
    private final Caller caller;

    Creators(CreatorRepository creators, Caller caller) {
        this.creators = creators;
        this.caller = caller;
    }

    /**
     * The creator for whom the caller of this request acts. Nothing is asked of the database for a customer, of whom thousands
     * come: only creators and operators register one.
     */
    @Transactional
    public Optional<UUID> ofCaller() {
        return caller.is(Roles.CREATOR) || caller.is(Roles.OPERATOR)
                ? creators.ofSubject(caller.subject()).map(Creator::id)
                : Optional.empty();
    }

    /** What the creator for whom the caller acts wants to be called. */
    @Transactional
    public Optional<String> displayNameOfCaller() {
        return creators.ofSubject(caller.subject()).map(Creator::displayName);
    }

    /**
     * Who is to be the host of what the caller makes: its own creator, or whom an operator names.
     *
     * @throws ProblemException 404 {@code not-found}, 409 {@code no-creator}, 403 {@code forbidden}
     */
    @Transactional
    public UUID hostFor(@Nullable UUID asked) {
        if (caller.is(Roles.OPERATOR) && asked != null) {
            if (!exists(asked)) {
                throw ProblemException.notFound("creator", asked);
            }
            return asked;
        }
        UUID creatorId = ofCaller()
                .orElseThrow(() -> ProblemException.conflict(
                        "no-creator", "Register a creator for this login first, or name one as an operator."));
        if (asked != null && !asked.equals(creatorId)) {
            throw ProblemException.forbidden("Creators host only their own sessions.");
        }
        return creatorId;
    }

    @Transactional
    public boolean exists(UUID id) {
        return creators.findByIdOptional(id).isPresent();
    }
}

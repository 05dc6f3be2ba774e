package dev.vetrina.live.session;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What those who run a session may ask of it, for the features that they work with and viewers do not. */
@ApplicationScoped
public class Backstage {

    private final SessionAccess access;

    Backstage(SessionAccess access) {
        this.access = access;
    }

    /**
     * A session as its crew works on it.
     *
     * @param open whether its lineup can still be changed
     */
    public record Run(
            String title,
            String homeMarket,
            SessionStatus status,
            boolean open,
            List<UUID> productIds,
            @Nullable UUID pinnedProductId,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {

        static Run of(Session session) {
            return new Run(
                    session.title(),
                    session.markets().getFirst(),
                    session.status(),
                    session.status().open(),
                    session.lineup(),
                    session.pinnedProductId(),
                    session.startedAt(),
                    session.endedAt());
        }
    }

    /**
     * Locks a session for its host, a moderator or an operator, so that it stays as it is until the transaction ends.
     *
     * @throws ProblemException 404 {@code not-found}, 403 {@code forbidden}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Run present(UUID id) {
        return Run.of(access.present(id));
    }

    /**
     * The session for whoever may see it, and for a brand that takes part in it.
     *
     * @param takesPart whether the caller does, by the lineup
     * @throws ProblemException 404 {@code not-found}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Run seeOrTakePart(UUID id, Predicate<List<UUID>> takesPart) {
        return Run.of(access.seeOrTakePart(id, takesPart));
    }
}

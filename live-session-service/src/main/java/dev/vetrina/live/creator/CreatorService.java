package dev.vetrina.live.creator;

import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CreatorService {

    private final CreatorRepository creators;
    private final EntityManager database;
    private final Clock clock;

    CreatorService(CreatorRepository creators, EntityManager database, Clock clock) {
        this.creators = creators;
        this.database = database;
        this.clock = clock;
    }

    /** @throws ProblemException 409 {@code creator-exists}, {@code handle-taken} */
    @Transactional
    CreatorView register(@Nullable String subject, String handle, String displayName) {
        lock("creator-handle " + handle);
        if (subject != null) {
            lock("creator-subject " + subject);
            creators.ofSubject(subject).ifPresent(known -> {
                throw ProblemException.conflict("creator-exists", "This login already has a creator.")
                        .with("creatorId", known.id());
            });
        }
        if (creators.handleTaken(handle)) {
            throw ProblemException.conflict("handle-taken", "The handle " + handle + " belongs to somebody else.");
        }
        Creator creator = Creator.register(
                Ids.next(), subject, handle, displayName, clock.instant().truncatedTo(ChronoUnit.MICROS));
        creators.persist(creator);
        return creator.view(0);
    }

    /** Two registrations of one name at the same moment take turns, so that the second one learns what is taken. */
    private void lock(String name) {
        database.createNativeQuery("select pg_advisory_xact_lock(hashtextextended(?1, 0)) is null", Boolean.class)
                .setParameter(1, name)
                .getSingleResult();
    }
}

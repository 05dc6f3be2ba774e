package dev.vetrina.live.creator;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class CreatorRepository implements PanacheRepositoryBase<Creator, UUID> {

    Optional<Creator> ofSubject(String subject) {
        return find("subject", subject).firstResultOptional();
    }

    boolean handleTaken(String handle) {
        return count("handle", handle) > 0;
    }

    List<Creator> after(Optional<UUID> id, int rows) {
        return find("id > ?1 order by id", id.orElse(new UUID(0, 0)))
                .page(0, rows)
                .list();
    }
}

package dev.vetrina.live.creator;

import dev.vetrina.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** What the other features ask about creators. */
@ApplicationScoped
public class Creators {

    private final CreatorRepository creators;
    private final Caller caller;

    Creators(CreatorRepository creators, Caller caller) {
        this.creators = creators;
        this.caller = caller;
    }

    /** The creator for whom the caller of this request acts. */
    @Transactional
    public Optional<UUID> ofCaller() {
        String subject = caller.subject();
        return subject.isEmpty()
                ? Optional.empty()
                : creators.ofSubject(subject).map(Creator::id);
    }

    /** What the creator for whom the caller acts wants to be called. */
    @Transactional
    public Optional<String> displayNameOfCaller() {
        return creators.ofSubject(caller.subject())
                .map(creator -> creator.view().displayName());
    }

    @Transactional
    public boolean exists(UUID id) {
        return creators.findByIdOptional(id).isPresent();
    }
}

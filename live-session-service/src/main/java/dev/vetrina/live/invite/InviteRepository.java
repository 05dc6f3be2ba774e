package dev.vetrina.live.invite;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class InviteRepository implements PanacheRepositoryBase<InviteCode, UUID> {

    List<InviteCode> of(UUID sessionId, Optional<UUID> after, int rows) {
        return find("sessionId = ?1 and id > ?2 order by id", sessionId, after.orElse(new UUID(0, 0)))
                .page(0, rows)
                .list();
    }

    long countValid(UUID sessionId) {
        return count("sessionId = ?1 and revokedAt is null", sessionId);
    }

    /** Viewers with the same code take turns, so that no more come in than it allows. */
    Optional<InviteCode> lockByDigest(UUID sessionId, String digest) {
        return find("sessionId = ?1 and codeDigest = ?2", sessionId, digest)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Gives a login that is in already its new pass. Returns whether it was. */
    boolean renew(UUID codeId, String subject, String passDigest) {
        return getEntityManager()
                        .createNativeQuery("update admission set pass_digest = ?3 where code_id = ?1 and subject = ?2")
                        .setParameter(1, codeId)
                        .setParameter(2, subject)
                        .setParameter(3, passDigest)
                        .executeUpdate()
                > 0;
    }

    void admit(InviteCode code, @Nullable String subject, String passDigest, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        insert into admission (pass_digest, session_id, code_id, subject, admitted_at)
                        values (?1, ?2, ?3, nullif(?4, ''), ?5)
                        """)
                .setParameter(1, passDigest)
                .setParameter(2, code.sessionId())
                .setParameter(3, code.id())
                .setParameter(4, subject == null ? "" : subject)
                .setParameter(5, now)
                .executeUpdate();
    }

    /** By pass or by login, through a code that was not revoked. */
    boolean admitted(UUID sessionId, String passDigest, String subject) {
        return (Boolean) getEntityManager()
                .createNativeQuery("""
                        select exists (
                            select from admission a join invite_code c on c.id = a.code_id
                            where a.session_id = ?1 and c.revoked_at is null
                                and (a.pass_digest = ?2 or a.subject = nullif(?3, '')))
                        """, Boolean.class)
                .setParameter(1, sessionId)
                .setParameter(2, passDigest)
                .setParameter(3, subject)
                .getSingleResult();
    }
}

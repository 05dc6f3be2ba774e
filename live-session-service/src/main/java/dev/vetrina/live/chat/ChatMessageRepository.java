package dev.vetrina.live.chat;

import dev.vetrina.events.LiveEvent.ChatMessagePosted;
import dev.vetrina.kit.sql.Bulk;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ChatMessageRepository implements PanacheRepositoryBase<ChatMessage, UUID> {

    /** Whoever removes somebody's messages waits for the batches under way, and the next ones for what is removed. */
    private static final String LOCK = "lock table chat_removal in share mode";

    private static final String STORE = """
            insert into chat_message
                (id, session_id, customer_id, author_id, author_name, role, text, state, held_for, posted_at)
            select m.id, m.session_id, m.customer_id, m.author_id, m.author_name, m.role, m.text,
                case when h.customer_id is null then m.state else 'HIDDEN' end, m.held_for, m.posted_at
            from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::timestamptz[])
                as m (id, session_id, customer_id, author_id, author_name, role, text, state, held_for, posted_at)
            left join chat_removal h on h.state = 'HIDDEN' and h.session_id = m.session_id
                and h.customer_id = m.customer_id and m.posted_at <= h.removed_at
            where not exists (select from chat_removal e where e.state = 'ERASED'
                and e.session_id = '00000000-0000-0000-0000-000000000000' and e.customer_id = m.customer_id
                and m.posted_at <= e.removed_at)
            and not exists (select from chat_removal r where r.state = 'ERASED'
                and r.session_id = m.session_id and r.customer_id = '' and m.posted_at <= r.removed_at)
            order by m.id
            on conflict (id) do nothing
            """;

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final UUID AFTER_ALL = new UUID(-1, -1);
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final DataSource dataSource;

    ChatMessageRepository(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** In the current transaction. What is there stays as it is; what was removed before it came is not shown. */
    void store(Collection<ChatMessagePosted> messages) {
        try (Connection connection = dataSource.getConnection();
                Statement lock = connection.createStatement()) {
            var _ = lock.execute(LOCK);
            int _ = Bulk.of(messages)
                    .column("uuid", ChatMessagePosted::messageId)
                    .column("uuid", ChatMessagePosted::sessionId)
                    .column("text", ChatMessagePosted::customerId)
                    .column("text", ChatMessagePosted::authorId)
                    .column("text", ChatMessagePosted::authorName)
                    .column("text", message -> message.role().name())
                    .column("text", ChatMessagePosted::text)
                    .column("text", message -> message.state().name())
                    .column(
                            "text",
                            message -> message.heldFor() == null
                                    ? null
                                    : message.heldFor().name())
                    .column("timestamptz", ChatMessagePosted::postedAt)
                    .execute(connection, STORE);
        } catch (SQLException e) {
            throw new ChatException(e);
        }
    }

    Optional<ChatMessage> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<ChatMessage> latestOf(UUID sessionId, String authorId) {
        return find("sessionId = ?1 and authorId = ?2 order by id desc", sessionId, authorId)
                .firstResultOptional();
    }

    /** A place in the order of times, and of ids where these are alike. */
    record Place(Instant postedAt, UUID id) {}

    /** Also of a message that was erased or hidden since a page ended with it. */
    Optional<Place> place(UUID sessionId, UUID id) {
        return find("sessionId = ?1 and id = ?2", sessionId, id)
                .firstResultOptional()
                .map(message -> new Place(message.postedAt(), id));
    }

    /**
     * Messages in the order in which they were written, read from the index at whatever depth of a long show.
     *
     * @param after the place behind which the list starts
     * @param from when the first of them was written at the earliest
     */
    List<ChatMessage> oldestFirst(UUID sessionId, MessageState state, Optional<Place> after, Instant from, int rows) {
        Place start = after.filter(place -> !place.postedAt().isBefore(from)).orElse(new Place(from, BEFORE_ALL));
        return find(
                        "sessionId = ?1 and state = ?2 and postedAt >= ?3 and (postedAt > ?3 or id > ?4) order by postedAt, id",
                        sessionId,
                        state,
                        start.postedAt(),
                        start.id())
                .range(0, rows - 1)
                .list();
    }

    /** As {@link #oldestFirst} the other way round. */
    List<ChatMessage> newestFirst(UUID sessionId, MessageState state, Optional<Place> after, Instant from, int rows) {
        Place start = after.orElse(new Place(END_OF_TIME, AFTER_ALL));
        return find(
                        "sessionId = ?1 and state = ?2 and postedAt <= ?3 and (postedAt < ?3 or id < ?4) and postedAt >= ?5"
                                + " order by postedAt desc, id desc",
                        sessionId,
                        state,
                        start.postedAt(),
                        start.id(),
                        from)
                .range(0, rows - 1)
                .list();
    }

    /** All that is kept, in the order of their ids. */
    List<ChatMessage> kept(UUID sessionId, @Nullable UUID after, int rows) {
        return find(
                        "sessionId = ?1 and state <> ?2 and id > ?3 order by id",
                        sessionId,
                        MessageState.ERASED,
                        after == null ? new UUID(0, 0) : after)
                .range(0, rows - 1)
                .list();
    }
}

package dev.vetrina.order.webhook.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.kit.http.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Messages as they were made. */
@ApplicationScoped
class MessageList {

    private static final UUID NEWEST = new UUID(-1, -1);
    private static final String COLUMNS = "select id, brand_id, type, occurred_at, body from webhook_message ";
    private static final String LIST = COLUMNS + """
            where (?::uuid is null or brand_id = ?) and id < ? and (?::text is null or type = ?)
              and (?::timestamptz is null or occurred_at >= ?) and (?::timestamptz is null or occurred_at < ?)
            order by id desc limit ?
            """;

    private final DataSource dataSource;
    private final ObjectMapper json;

    MessageList(DataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** @param brandId whose, or null for everybody's */
    List<MessageView> list(@Nullable UUID brandId, MessageFilter filter, PageParams page) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(LIST)) {
            select.setObject(1, brandId);
            select.setObject(2, brandId);
            select.setObject(3, page.after().orElse(NEWEST));
            select.setString(4, filter.type);
            select.setString(5, filter.type);
            set(select, 6, filter.since);
            set(select, 8, filter.until);
            select.setInt(10, page.rows());
            return read(select);
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }

    private static void set(PreparedStatement select, int first, @Nullable Instant time) throws SQLException {
        OffsetDateTime value = time == null ? null : time.atOffset(ZoneOffset.UTC);
        select.setObject(first, value);
        select.setObject(first + 1, value);
    }

    Optional<MessageView> find(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(COLUMNS + "where id = ?")) {
            select.setObject(1, id);
            return read(select).stream().findFirst();
        } catch (SQLException e) {
            throw new WebhookStorageException(e);
        }
    }

    private List<MessageView> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<MessageView> messages = new ArrayList<>();
            while (row.next()) {
                messages.add(new MessageView(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        json.readTree(row.getString(5))));
            }
            return messages;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

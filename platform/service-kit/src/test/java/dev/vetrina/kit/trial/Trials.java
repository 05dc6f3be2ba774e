package dev.vetrina.kit.trial;

import dev.vetrina.events.CatalogEvent.BrandChanged;
import dev.vetrina.events.CatalogEvent.BrandStatus;
import dev.vetrina.kit.http.Preconditions;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.outbox.Outbox;
import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Things that are created and changed, each change an event. */
@ApplicationScoped
class Trials {

    private final DataSource dataSource;
    private final Outbox outbox;

    Trials(DataSource dataSource, Outbox outbox) {
        this.dataSource = dataSource;
        this.outbox = outbox;
    }

    @Transactional
    TrialView create(String name, int quantity) throws SQLException {
        TrialView created = new TrialView(Ids.next(), name, quantity, 0);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into trial (id, name, quantity, version) values (?, ?, ?, 0)")) {
            insert.setObject(1, created.id());
            insert.setString(2, name);
            insert.setInt(3, quantity);
            insert.executeUpdate();
        }
        publish(created);
        return created;
    }

    @Transactional
    TrialView rename(UUID id, @Nullable String ifMatch, String name) throws SQLException {
        TrialView current = find(id).orElseThrow(() -> ProblemException.notFound("trial", id));
        Preconditions.requireMatch(ifMatch, current.version());
        TrialView changed = new TrialView(id, name, current.quantity(), current.version() + 1);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update trial set name = ?, version = ? where id = ?")) {
            update.setString(1, name);
            update.setLong(2, changed.version());
            update.setObject(3, id);
            update.executeUpdate();
        }
        publish(changed);
        return changed;
    }

    Optional<TrialView> find(UUID id) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select * from trial where id = ?")) {
            select.setObject(1, id);
            return read(select).stream().findFirst();
        }
    }

    List<TrialView> list(Optional<UUID> after, int limit) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select * from trial where id > ? order by id limit ?")) {
            select.setObject(1, after.orElse(new UUID(0, 0)));
            select.setInt(2, limit);
            return read(select);
        }
    }

    int countNamed(String name) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select * from trial where name = ?")) {
            select.setString(1, name);
            return read(select).size();
        }
    }

    private void publish(TrialView trial) {
        outbox.publish(new BrandChanged(trial.id(), trial.version(), trial.name(), BrandStatus.ACTIVE));
    }

    private static List<TrialView> read(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            List<TrialView> trials = new ArrayList<>();
            while (row.next()) {
                trials.add(new TrialView(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getInt("quantity"),
                        row.getLong("version")));
            }
            return trials;
        }
    }
}

package dev.vetrina.kit.trial;

import dev.vetrina.events.CatalogEvent.BrandChanged;
import dev.vetrina.events.CatalogEvent.BrandStatus;
import dev.vetrina.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Business that publishes: every change of a row is one event with the row's next version. */
@ApplicationScoped
public class BrandLedger {

    private final DataSource dataSource;
    private final Outbox outbox;

    BrandLedger(DataSource dataSource, Outbox outbox) {
        this.dataSource = dataSource;
        this.outbox = outbox;
    }

    @Transactional
    public void change(UUID brand) throws SQLException {
        publish(brand, nextVersion(brand));
    }

    /** The change is thrown away after its event was published. */
    @Transactional
    public void changeAndFail(UUID brand) throws SQLException {
        publish(brand, nextVersion(brand));
        throw new IllegalStateException("the business failed");
    }

    public void publishWithoutTransaction(UUID brand) {
        publish(brand, 0);
    }

    public int pending() throws SQLException {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select count(*) from outbox");
                var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private long nextVersion(UUID brand) throws SQLException {
        String sql = """
                insert into trial (id, name, quantity, version) values (?, gen_random_uuid()::text, 0, 0)
                on conflict (id) do update set version = trial.version + 1 returning version
                """;
        try (var connection = dataSource.getConnection();
                var upsert = connection.prepareStatement(sql)) {
            upsert.setObject(1, brand);
            try (var row = upsert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void publish(UUID brand, long version) {
        outbox.publish(new BrandChanged(brand, version, "version " + version, BrandStatus.ACTIVE));
    }
}

package dev.vetrina.kit.trial;

import dev.vetrina.events.CatalogEvent.BrandChanged;
import dev.vetrina.events.Topics;
import dev.vetrina.kit.consumer.EventConsumer;
import dev.vetrina.kit.consumer.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** A view: the latest name of every brand. */
@ApplicationScoped
public class BrandNames implements EventConsumer {

    private final DataSource dataSource;

    BrandNames(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String name() {
        return "brand-names";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.CATALOG_BRANDS);
    }

    @Override
    public Repeats repeats() {
        return Repeats.BY_SEQUENCE;
    }

    @Override
    public void on(ReceivedEvent event) {
        if (event.event() instanceof BrandChanged brand) {
            apply(brand);
        }
    }

    private void apply(BrandChanged brand) {
        String sql = """
                insert into brand_name (brand_id, sequence, name) values (?, ?, ?)
                on conflict (brand_id) do update set sequence = excluded.sequence, name = excluded.name
                where brand_name.sequence < excluded.sequence
                """;
        try (var connection = dataSource.getConnection();
                var upsert = connection.prepareStatement(sql)) {
            upsert.setObject(1, brand.brandId());
            upsert.setLong(2, brand.sequence());
            upsert.setString(3, brand.name());
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Optional<String> name(UUID brandId) {
        try (var connection = dataSource.getConnection();
                var select = connection.prepareStatement("select name from brand_name where brand_id = ?")) {
            select.setObject(1, brandId);
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.vetrina.order.fulfilment;

import dev.vetrina.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who carries parcels, and where a parcel can be tracked. */
@ApplicationScoped
class Carriers {

    private static final String ALL = "select code, name, tracking_url_template from carrier order by code";

    private final DataSource dataSource;

    Carriers(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Schema(name = "Carrier")
    record Carrier(
            @Schema(examples = "royal-mail") String code,
            String name,

            @Schema(description = "`{trackingNumber}` stands for the number; absent if the carrier has no such page")
            @Nullable
            String trackingUrlTemplate) {

        @Nullable
        String trackingUrl(String trackingNumber) {
            return trackingUrlTemplate == null
                    ? null
                    : trackingUrlTemplate.replace(
                            "{trackingNumber}", URLEncoder.encode(trackingNumber, StandardCharsets.UTF_8));
        }
    }

    List<Carrier> all() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet row = select.executeQuery()) {
            List<Carrier> carriers = new ArrayList<>();
            while (row.next()) {
                carriers.add(new Carrier(row.getString(1), row.getString(2), row.getString(3)));
            }
            return carriers;
        } catch (SQLException e) {
            throw new Fulfilments.StorageException(e);
        }
    }

    /** @throws ProblemException 422 for a carrier that is not known */
    Carrier get(String code) {
        return all().stream()
                .filter(carrier -> carrier.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("carrier", "is not a carrier of /v1/carriers"));
    }
}

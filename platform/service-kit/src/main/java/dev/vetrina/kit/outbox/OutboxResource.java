package dev.vetrina.kit.outbox;

import dev.vetrina.kit.problem.ProblemException;
import dev.vetrina.kit.security.Roles;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@IfBuildProperty(name = "vetrina.database", stringValue = "true", enableIfMissing = true)
@Path("/v1/operations/{service}/outbox")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
@Tag(name = "Operations")
class OutboxResource {

    private final DataSource dataSource;
    private final String service;

    OutboxResource(DataSource dataSource, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.dataSource = dataSource;
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "getOutboxStatus",
            summary = "How many events of a service wait for Kafka",
            description =
                    "More than a few, or older than a few seconds: Kafka, or the way to it, is away. None is lost.")
    public OutboxStatus status(@PathParam("service") String asked) throws SQLException {
        if (!service.equals(asked)) {
            throw ProblemException.notFound("service", asked);
        }
        String sql = "select count(*), coalesce(extract(epoch from now() - min(occurred_at)), 0)::bigint from outbox";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new OutboxStatus(row.getLong(1), row.getLong(2));
        }
    }
}

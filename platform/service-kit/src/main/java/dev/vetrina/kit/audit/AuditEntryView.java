package dev.vetrina.kit.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "AuditEntry", description = "One operation that an operator or finance has called")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditEntryView(
        UUID id,

        @Schema(description = "When it began") Instant at,

        @Schema(description = "The token's subject") String actor,

        @Schema(
                description = "With which role",
                enumeration = {"operator", "finance"})
        String role,

        @Schema(description = "Its operationId") String operation,

        @Schema(description = "Method and path") String request,

        @Schema(description = "The ids in its path, and of what it created")
        List<String> objects,

        @Schema(description = "Finds it in the logs") String requestId,

        @Schema(description = "UNKNOWN while it is under way, and if its process ended before it had answered")
        AuditOutcome outcome,

        @Schema(description = "The status of the answer") @Nullable
        Integer status) {}

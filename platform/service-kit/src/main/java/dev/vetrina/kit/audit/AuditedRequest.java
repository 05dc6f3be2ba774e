package dev.vetrina.kit.audit;

import java.util.List;

/**
 * What is known of an operation before it begins.
 *
 * @param operation its operationId
 * @param request method and path, without the query
 * @param objects the ids in its path
 */
record AuditedRequest(
        String actor, String role, String operation, String request, List<String> objects, String requestId) {}

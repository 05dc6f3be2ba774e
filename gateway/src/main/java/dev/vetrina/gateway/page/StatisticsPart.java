package dev.vetrina.gateway.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vetrina.gateway.proxy.ServiceAnswer;
import dev.vetrina.gateway.proxy.ServiceReads;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;

/** The figures of a session that the caller may see: all of them, or those of a brand that takes part. */
@Singleton
class StatisticsPart {

    private static final String STATISTICS = "statistics";
    private static final String OF_BRAND = "brandStatistics";

    private final ServiceReads services;
    private final ObjectMapper json;
    private final Duration limit;

    StatisticsPart(ServiceReads services, ObjectMapper json, PageSettings settings) {
        this.services = services;
        this.json = json;
        this.limit = settings.partTimeout();
    }

    /** Never fails: it is missing. */
    Future<Part> of(String session, PartReads reads) {
        if (!reads.haveToken()) {
            return Future.succeededFuture(Part.without(new Missing(STATISTICS, 401, "unauthenticated")));
        }
        Future<Part> all = reads.get(session + "/statistics", limit).map(answer -> part(STATISTICS, answer));
        return all.compose(part -> isForbidden(part) && reads.areOfBrand()
                        ? ofBrand(session, reads, part)
                        : Future.succeededFuture(part))
                .otherwise(failure -> Part.without(Missing.of(STATISTICS, services.explain(failure))));
    }

    /** A brand sees its own figures in a report of another shape; one that does not take part keeps the first refusal. */
    private Future<Part> ofBrand(String session, PartReads reads, Part refused) {
        return reads.get(session + "/statistics/brands", limit)
                .map(answer -> answer.status() == 200 ? part(OF_BRAND, answer) : refused);
    }

    private static boolean isForbidden(Part part) {
        return part.missing() != null && part.missing().status() == 403;
    }

    private Part part(String name, ServiceAnswer answer) {
        if (answer.status() != 200) {
            return Part.without(Missing.of(name, answer, json));
        }
        try {
            return Part.of(name, json.readTree(answer.body().getBytes()));
        } catch (IOException e) {
            return Part.without(new Missing(name, 502, "upstream-failed"));
        }
    }
}

package dev.vetrina.catalog.catalogimport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How imports are worked on. */
@ConfigMapping(prefix = "vetrina.catalog.import")
interface ImportSettings {

    /** How long a worker may be silent before another takes its job over; it renews the lease with every product. */
    @WithDefault("30")
    int leaseSeconds();
}

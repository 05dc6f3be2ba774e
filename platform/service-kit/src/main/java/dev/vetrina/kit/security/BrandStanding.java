package dev.vetrina.kit.security;

import java.util.UUID;

/** What a service knows of brands, by their events. A service without such a bean knows nothing and lets everybody pass. */
public interface BrandStanding {

    /** Whether the brand is suspended now, as far as its last event was heard. One that is not known is not. */
    boolean suspended(UUID brandId);
}

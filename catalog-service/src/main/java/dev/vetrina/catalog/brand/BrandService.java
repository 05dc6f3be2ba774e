package dev.vetrina.catalog.brand;

import dev.vetrina.kit.http.Page;
import dev.vetrina.kit.http.PageParams;
import dev.vetrina.kit.id.Ids;
import dev.vetrina.kit.outbox.Outbox;
import dev.vetrina.kit.security.Caller;
import dev.vetrina.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

@ApplicationScoped
class BrandService {

    private final BrandRepository brands;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    BrandService(BrandRepository brands, Outbox outbox, Caller caller, Clock clock) {
        this.brands = brands;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    public BrandView register(RegisterBrandRequest request) {
        Brand brand = Brand.register(Ids.next(), request, now());
        brands.persistAndFlush(brand);
        outbox.publish(brand.changed());
        return brand.view(true);
    }

    @Transactional
    public BrandView suspend(UUID id) {
        Brand brand = brands.getForChange(id);
        return afterChange(brand, brand.suspend(now()));
    }

    @Transactional
    public BrandView reinstate(UUID id) {
        Brand brand = brands.getForChange(id);
        return afterChange(brand, brand.reinstate(now()));
    }

    @Transactional
    public BrandView get(UUID id) {
        return view(brands.get(id));
    }

    @Transactional
    public Page<BrandView> list(PageParams page) {
        return Page.byId(brands.page(page), page, Brand::id, this::view);
    }

    private BrandView afterChange(Brand brand, boolean changed) {
        if (changed) {
            brands.flush();
            outbox.publish(brand.changed());
        }
        return brand.view(true);
    }

    private BrandView view(Brand brand) {
        boolean own = caller.brandId().filter(brand.id()::equals).isPresent();
        return brand.view(own || caller.is(Roles.OPERATOR));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

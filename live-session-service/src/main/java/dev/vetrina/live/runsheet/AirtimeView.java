package dev.vetrina.live.runsheet;

import dev.vetrina.live.session.SessionStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Airtime", description = "How long products and brands were on screen, without pauses")
record AirtimeView(
        UUID sessionId,
        SessionStatus sessionStatus,

        @Schema(description = "Until when it is measured: a product on screen still gains")
        Instant measuredUntil,

        @Schema(description = "The products that were shown, in the order in which they first were")
        List<Product> products,

        @Schema(description = "The brands that were shown or promised airtime")
        List<Brand> brands) {

    @Schema(name = "ProductAirtime")
    record Product(
            UUID productId,
            @Nullable UUID brandId,
            @Nullable Integer plannedSeconds,
            long airtimeMillis,

            @Schema(description = "At most the first 200") List<Showing> showings) {}

    @Schema(name = "ShowingInterval", description = "Positions in the show's running time, without its pauses")
    record Showing(long fromMillis, long toMillis) {}

    @Schema(name = "BrandAirtime")
    record Brand(
            UUID brandId,

            @Schema(description = "The sum over its slots; 0 without one")
            int promisedSeconds,

            long airtimeMillis,
            List<Slot> slots) {}

    @Schema(name = "SlotAirtime")
    record Slot(
            int fromSecond,
            int toSecond,
            int promisedSeconds,

            @Schema(description = "The brand's airtime within this window")
            long airtimeMillis) {}

    private static final int SHOWINGS = 200;

    /** For whoever may see every brand. */
    static AirtimeView of(UUID sessionId, SessionStatus status, Instant until, Plan plan, Airtime airtime) {
        List<Product> products = airtime.products().stream()
                .map(productId -> product(productId, plan, airtime))
                .toList();
        List<Brand> brands = Stream.concat(
                        plan.brandSlots().stream().map(Plan.Slot::brandId),
                        products.stream().flatMap(product -> Stream.ofNullable(product.brandId())))
                .distinct()
                .map(brandId -> brand(brandId, plan, airtime))
                .toList();
        return new AirtimeView(sessionId, status, until, products, brands);
    }

    /** What of it a brand may see: its own. */
    AirtimeView of(UUID brandId) {
        return new AirtimeView(
                sessionId,
                sessionStatus,
                measuredUntil,
                products.stream()
                        .filter(product -> brandId.equals(product.brandId()))
                        .toList(),
                brands.stream().filter(brand -> brandId.equals(brand.brandId())).toList());
    }

    private static Product product(UUID productId, Plan plan, Airtime airtime) {
        return new Product(
                productId,
                airtime.brandOf(productId),
                plan.item(productId).map(Plan.Item::plannedSeconds).orElse(null),
                airtime.millisOf(productId),
                airtime.of(productId).stream()
                        .limit(SHOWINGS)
                        .map(shown -> new Showing(shown.fromMillis(), shown.toMillis()))
                        .toList());
    }

    private static Brand brand(UUID brandId, Plan plan, Airtime airtime) {
        List<Slot> slots = plan.brandSlots().stream()
                .filter(slot -> slot.brandId().equals(brandId))
                .map(slot ->
                        new Slot(slot.fromSecond(), slot.toSecond(), slot.promisedSeconds(), airtime.millisIn(slot)))
                .toList();
        return new Brand(
                brandId, slots.stream().mapToInt(Slot::promisedSeconds).sum(), airtime.millisOfBrand(brandId), slots);
    }
}

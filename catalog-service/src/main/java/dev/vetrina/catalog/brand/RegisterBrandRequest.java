package dev.vetrina.catalog.brand;

import dev.vetrina.catalog.market.Iso;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "RegisterBrand")
record RegisterBrandRequest(
        @Schema(description = "As shown to viewers", examples = "Luce di Mare") @NotBlank @Size(max = 120)
        String name,

        @Schema(description = "As registered", examples = "Luce di Mare S.r.l.") @NotBlank @Size(max = 200)
        String legalName,

        @Schema(description = "ISO 3166 code", examples = "IT") @NotNull @Iso(Iso.Kind.COUNTRY)
        String countryCode,

        @Schema(examples = "partners@example.com") @NotBlank @Email @Size(max = 254)
        String contactEmail) {}

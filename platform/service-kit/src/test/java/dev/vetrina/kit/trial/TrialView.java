package dev.vetrina.kit.trial;

import dev.vetrina.kit.http.Identified;
import dev.vetrina.kit.http.Versioned;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Trial")
record TrialView(UUID id, String name, int quantity, long version) implements Identified, Versioned {}

package dev.vetrina.live.team;

import dev.vetrina.live.session.Permission;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member is called. The role only says which permissions it begins with. */
@Schema(name = "TeamRole")
enum TeamRole {
    CO_HOST,
    MODERATOR;

    List<Permission> usual() {
        return switch (this) {
            case CO_HOST -> List.of(Permission.values());
            case MODERATOR -> List.of(Permission.PRESENT, Permission.MODERATE);
        };
    }
}

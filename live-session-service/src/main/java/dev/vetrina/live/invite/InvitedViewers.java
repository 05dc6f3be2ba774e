package dev.vetrina.live.invite;

import dev.vetrina.kit.security.Caller;
import dev.vetrina.live.session.Admissions;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who shows a pass, or is signed in as somebody who has one. */
@ApplicationScoped
class InvitedViewers implements Admissions {

    static final String PASS = "Session-Pass";

    private final InviteRepository codes;
    private final Caller caller;
    private final CurrentVertxRequest request;

    InvitedViewers(InviteRepository codes, Caller caller, CurrentVertxRequest request) {
        this.codes = codes;
        this.caller = caller;
        this.request = request;
    }

    @Override
    @Transactional
    public boolean admitsCaller(UUID sessionId) {
        String pass = pass();
        String subject = caller.subject();
        return (!pass.isEmpty() || !subject.isEmpty()) && codes.admitted(sessionId, Secrets.digest(pass), subject);
    }

    private String pass() {
        @Nullable RoutingContext current = request.getCurrent();
        String pass = current == null ? null : current.request().getHeader(PASS);
        return pass == null ? "" : pass;
    }
}

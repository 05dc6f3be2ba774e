package dev.vetrina.live.runsheet;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The plan of a session. It is changed under the session's lock, and its version counts the changes: the first one is 1. */
@Entity
class Runsheet {

    @Id
    private UUID sessionId;

    private long version;
    private String plan;

    @SuppressWarnings("NullAway.Init")
    protected Runsheet() {}

    static Runsheet of(UUID sessionId) {
        Runsheet sheet = new Runsheet();
        sheet.sessionId = sessionId;
        return sheet;
    }

    void plan(String newPlan) {
        plan = newPlan;
        version++;
    }

    long version() {
        return version;
    }

    String plan() {
        return plan;
    }
}

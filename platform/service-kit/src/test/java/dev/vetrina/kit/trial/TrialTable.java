package dev.vetrina.kit.trial;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** What the tests of other packages ask of the trials. */
@ApplicationScoped
public class TrialTable {

    private final Trials trials;

    TrialTable(Trials trials) {
        this.trials = trials;
    }

    public int named(String name) throws SQLException {
        return trials.countNamed(name);
    }
}

package dev.vetrina.live.session;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a session was made from, if it was not made by itself: a show that is rehearsed, or a day of a series. */
@Embeddable
class Origin {

    private @Nullable UUID rehearsalOf;
    private @Nullable UUID seriesId;

    /** The day of the series for which it was made, wherever it is moved. */
    @JdbcTypeCode(SqlTypes.LOCAL_DATE)
    private @Nullable LocalDate occurrence;

    /** Whether its host has changed it, so that its series changes it no more. */
    private boolean detached;

    void rehearse(UUID showId) {
        rehearsalOf = showId;
    }

    void belongTo(UUID newSeriesId, LocalDate day) {
        seriesId = newSeriesId;
        occurrence = day;
    }

    /** From here on it goes its own way. */
    void detach() {
        detached = seriesId != null;
    }

    @Nullable
    UUID rehearsalOf() {
        return rehearsalOf;
    }

    @Nullable
    UUID seriesId() {
        return seriesId;
    }

    LocalDate occurrence() {
        return Objects.requireNonNull(occurrence, "of a session of a series");
    }

    boolean isDetached() {
        return detached;
    }
}

package dev.vetrina.live.series;

import dev.vetrina.live.session.Announcement;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A session that comes again. Its version counts what its host edits, not what is made of it. */
@Entity
class SessionSeries {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID creatorId;

    @Embedded
    private Announcement announcement;

    private String rule;

    /** As it is, and not by way of the zone of this machine. */
    @JdbcTypeCode(SqlTypes.LOCAL_DATE_TIME)
    private LocalDateTime firstStart;

    @JdbcTypeCode(SqlTypes.LOCAL_DATE)
    private @Nullable LocalDate lastDay;

    @JdbcTypeCode(SqlTypes.LOCAL_DATE)
    @OptimisticLock(excluded = true)
    private LocalDate plannedThrough;

    /** Queries ask for it. */
    @SuppressWarnings("unused")
    @OptimisticLock(excluded = true)
    private @Nullable Instant dueAt;

    private Instant createdAt;
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init")
    protected SessionSeries() {}

    @SuppressWarnings("NullAway.Init")
    SessionSeries(UUID id, UUID creatorId, SeriesTerms terms, Instant now) {
        this.id = id;
        this.creatorId = creatorId;
        this.createdAt = now;
        follow(terms, now);
        plannedThrough = firstStart.toLocalDate().minusDays(1);
    }

    /** New terms, for the days from their first one on. What was cancelled stays so. */
    final void follow(SeriesTerms terms, Instant now) {
        announcement = terms.announcement();
        rule = terms.rule();
        firstStart = terms.localStart();
        dueAt = now;
        updatedAt = now;
    }

    /** Nothing comes after this day. */
    void endWith(LocalDate day, Instant now) {
        if (lastDay == null || day.isBefore(lastDay)) {
            lastDay = day;
            updatedAt = now;
        }
    }

    void plannedThrough(LocalDate day, Instant next) {
        plannedThrough = day;
        boolean more = (lastDay == null || lastDay.isAfter(day)) && recurrence().goesOnAfter(day);
        dueAt = more ? next : null;
    }

    /** Its days from one to another, both included. */
    List<LocalDate> days(LocalDate from, LocalDate to) {
        LocalDate last = lastDay == null || to.isBefore(lastDay) ? to : lastDay;
        return recurrence().between(from, last);
    }

    /** When a day's session starts: a local time that the clocks leave out or show twice is resolved as by RFC 5545. */
    Instant startOn(LocalDate day) {
        return day.atTime(firstStart.toLocalTime()).atZone(zone()).toInstant();
    }

    LocalDate dayAt(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    private ZoneId zone() {
        return ZoneId.of(announcement.timeZone());
    }

    private Recurrence recurrence() {
        return Recurrence.of(rule, firstStart.toLocalDate());
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID creatorId() {
        return creatorId;
    }

    Announcement announcement() {
        return announcement;
    }

    LocalDate firstDay() {
        return firstStart.toLocalDate();
    }

    LocalDate plannedThrough() {
        return plannedThrough;
    }

    SeriesView view() {
        return new SeriesView(
                id,
                version,
                creatorId,
                announcement.title(),
                announcement.markets(),
                announcement.visibility(),
                announcement.timeZone(),
                firstStart.toString(),
                rule,
                lastDay,
                announcement.plannedMinutes(),
                announcement.presentation(),
                createdAt,
                updatedAt);
    }
}

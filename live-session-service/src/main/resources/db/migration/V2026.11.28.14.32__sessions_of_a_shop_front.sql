-- What a session says of itself. The zone is the one in which its host thinks; the start itself stays a moment.
alter table session
    add column description     text check (length(description) <= 2000),
    add column cover_url       text check (cover_url like 'https://%' and length(cover_url) <= 2000),
    add column cover_alt       text check (length(cover_alt) <= 300),
    add column teaser_url      text check (teaser_url like 'https://%' and length(teaser_url) <= 2000),
    add column time_zone       text not null default 'UTC' check (length(time_zone) <= 64),
    add column planned_minutes integer check (planned_minutes between 1 and 1440),
    add column visibility      text not null default 'PUBLIC'
        check (visibility in ('PUBLIC', 'UNLISTED', 'INVITE_ONLY')),
    add constraint session_cover_has_alt check ((cover_url is null) = (cover_alt is null));
create index session_by_start on session (status, starts_at, id);

-- A rehearsal is a room of its own, of which nobody but the team is told. One at a time.
alter table session add column rehearsal_of uuid references session;
create unique index session_rehearsed_once on session (rehearsal_of)
    where rehearsal_of is not null and status not in ('ENDED', 'CANCELLED');
create index session_rehearsals on session (rehearsal_of, id) where rehearsal_of is not null;

create table team_member (
    id          uuid primary key,
    version     bigint not null,
    session_id  uuid not null references session,
    creator_id  uuid references creator,
    subject     text check (length(subject) <= 200),
    role        text not null check (role in ('CO_HOST', 'MODERATOR')),
    permissions text[] not null check (cardinality(permissions) between 1 and 5),
    added_at    timestamptz not null,
    check (num_nonnulls(creator_id, subject) = 1),
    unique (session_id, creator_id),
    unique (session_id, subject)
);
create index team_member_by_creator on team_member (creator_id, id) where creator_id is not null;
create index team_member_by_subject on team_member (subject, id) where subject is not null;

create table invite_code (
    id          uuid primary key,
    session_id  uuid not null references session,
    code_digest text not null unique,
    label       text check (length(label) <= 100),
    max_uses    integer check (max_uses > 0),
    uses        integer not null check (uses >= 0 and (max_uses is null or uses <= max_uses)),
    expires_at  timestamptz,
    created_at  timestamptz not null,
    revoked_at  timestamptz
);
create index invite_code_by_session on invite_code (session_id, id);

-- Who was let in, by the digest of the pass, and by the login if there is one.
create table admission (
    pass_digest text primary key,
    session_id  uuid not null references session,
    code_id     uuid not null references invite_code,
    subject     text,
    admitted_at timestamptz not null,
    unique (code_id, subject)
);
create index admission_by_subject on admission (session_id, subject) where subject is not null;

create table invite_try (
    session_id    uuid not null references session,
    sender_digest text not null,
    tries         integer not null,
    since         timestamptz not null,
    primary key (session_id, sender_digest)
);
create index invite_try_by_age on invite_try (since);

-- A session that comes again. Its start is a local time: what the clocks of its zone show.
create table session_series (
    id              uuid primary key,
    version         bigint not null,
    creator_id      uuid not null references creator,
    title           text not null check (length(title) <= 200),
    markets         text[] not null check (cardinality(markets) between 1 and 50),
    visibility      text not null check (visibility in ('PUBLIC', 'UNLISTED', 'INVITE_ONLY')),
    time_zone       text not null check (length(time_zone) <= 64),
    planned_minutes integer check (planned_minutes between 1 and 1440),
    description     text check (length(description) <= 2000),
    cover_url       text check (cover_url like 'https://%' and length(cover_url) <= 2000),
    cover_alt       text check (length(cover_alt) <= 300),
    teaser_url      text check (teaser_url like 'https://%' and length(teaser_url) <= 2000),
    rule            text not null check (length(rule) <= 200),
    first_start     timestamp not null,
    -- The last day on which it may be, once what follows was cancelled.
    last_day        date,
    -- Sessions were made up to this day.
    planned_through date not null,
    -- When to make the next ones; none once there are no more.
    due_at          timestamptz,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    check ((cover_url is null) = (cover_alt is null))
);
create index session_series_by_creator on session_series (creator_id, id);
create index session_series_due on session_series (due_at) where due_at is not null;

alter table session
    add column series_id  uuid references session_series,
    add column occurrence date,
    add column detached   boolean not null default false,
    add constraint session_of_series_has_day check ((series_id is null) = (occurrence is null)),
    add constraint session_once_a_day unique (series_id, occurrence);

-- Whether goods can be bought in a market, before and after its latest change takes effect.
create table market_stage (
    code         text primary key,
    sequence     bigint not null,
    open_before  boolean not null,
    open_after   boolean not null,
    effective_at timestamptz not null,
    -- What viewers were told.
    told_open    boolean not null
);

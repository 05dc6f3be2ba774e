create table creator (
    id           uuid primary key,
    version      bigint not null,
    -- The login that acts for the creator; none for a creator whose sessions the operator runs.
    subject      text unique,
    handle       text not null unique check (handle ~ '^[a-z0-9][a-z0-9._-]{2,29}$'),
    display_name text not null check (length(display_name) <= 100),
    created_at   timestamptz not null
);

create table session (
    id                uuid primary key,
    version           bigint not null,
    creator_id        uuid not null references creator,
    title             text not null check (length(title) <= 200),
    markets           text[] not null check (cardinality(markets) between 1 and 50),
    status            text not null check (status in ('DRAFT', 'SCHEDULED', 'LIVE', 'ENDED', 'CANCELLED')),
    starts_at         timestamptz check (starts_at is not null or status not in ('SCHEDULED', 'LIVE', 'ENDED')),
    started_at        timestamptz check (started_at is not null or status not in ('LIVE', 'ENDED')),
    ended_at          timestamptz check ((ended_at is not null) = (status = 'ENDED')),
    lineup            uuid[] not null check (cardinality(lineup) <= 200),
    pinned_product_id uuid check (pinned_product_id is null or (status = 'LIVE' and pinned_product_id = any(lineup))),
    -- The number of the session's latest fact. Whoever raises it holds the row until the fact is committed.
    fact_sequence     bigint not null default 0,
    created_at        timestamptz not null,
    updated_at        timestamptz not null
);
create index session_by_creator on session (creator_id, id);
create index session_live on session (id) where status = 'LIVE';

-- The facts of the feed, kept for good. The sequence of a session starts at 1 and has no gaps.
create table timeline (
    session_id  uuid not null references session,
    sequence    bigint not null check (sequence > 0),
    kind        text not null,
    occurred_at timestamptz not null,
    data        text not null check (data is json object),
    primary key (session_id, sequence)
);

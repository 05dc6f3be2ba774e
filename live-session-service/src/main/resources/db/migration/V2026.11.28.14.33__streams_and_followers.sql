-- When its host, or whoever may act beside, last gave a command.
alter table session add column attended_at timestamptz;

-- The encoder of a session: the key it must know, and whether it is there.
create table session_stream (
    session_id           uuid primary key references session,
    -- Counts what the host edits.
    version              bigint not null,
    start_when_streaming boolean not null,
    -- SHA-256 of the key: it has 192 random bits, so nothing slower is needed. None until one was made.
    key_hash             bytea unique check (length(key_hash) = 32),
    key_changed_at       timestamptz,
    -- The encoder's connection, named by the ingest server.
    connection_id        text check (length(connection_id) <= 100),
    connected_at         timestamptz,
    last_seen_at         timestamptz,
    -- Whether this connection tells that it is alive, so that its silence means something.
    beats                boolean not null,
    -- The connection that was closed last: what still comes of it is late.
    closed_connection_id text check (length(closed_connection_id) <= 100),
    closed_at            timestamptz,
    lost_at              timestamptz,
    -- Whether what a loss leads to has been done.
    loss_settled         boolean not null,
    -- Whether the pause that the session is in is due to the loss, and ends with it.
    paused_by_loss       boolean not null,
    start_refused        text check (length(start_refused) <= 100),
    -- When the watch must look at it again.
    next_look_at         timestamptz,
    check (key_hash is null or key_changed_at is not null),
    check (connection_id is null or (connected_at is not null and last_seen_at is not null and lost_at is null))
);
create index session_stream_by_look on session_stream (next_look_at) where next_look_at is not null;

create table follow (
    creator_id  uuid not null references creator,
    customer_id text not null check (length(customer_id) <= 200),
    followed_at timestamptz not null,
    primary key (creator_id, customer_id)
);
create index follow_by_customer on follow (customer_id, creator_id);

create table reminder (
    session_id  uuid not null references session,
    customer_id text not null check (length(customer_id) <= 200),
    created_at  timestamptz not null,
    primary key (session_id, customer_id)
);
create index reminder_by_customer on reminder (customer_id, session_id);

-- One telling of one thing about a session to all whom it concerns, some at a time.
create table notice (
    id             uuid primary key,
    session_id     uuid not null references session,
    creator_id     uuid not null,
    kind           text not null check (kind in ('SCHEDULED', 'POSTPONED', 'STARTING_SOON', 'LIVE')),
    -- The start that it is about: the same kind is told again only for another start.
    starts_at      timestamptz not null,
    due_at         timestamptz not null,
    status         text not null check (status in ('WAITING', 'DONE', 'WITHDRAWN')),
    -- Whoever comes up to here has been told.
    told_up_to     text not null,
    unique (session_id, kind, starts_at)
);
create index notice_due on notice (due_at) where status = 'WAITING';

-- Who was told what: with it, nobody is told twice.
create table notice_told (
    session_id  uuid not null,
    customer_id text not null,
    kind        text not null,
    starts_at   timestamptz not null,
    told_at     timestamptz not null,
    primary key (session_id, customer_id, kind, starts_at)
);
create index notice_told_by_customer on notice_told (customer_id);
create index notice_told_by_age on notice_told (told_at);

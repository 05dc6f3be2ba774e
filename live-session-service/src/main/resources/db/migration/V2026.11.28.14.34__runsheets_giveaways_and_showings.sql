-- What was pinned when, by session and by product: cues, replays and "sessions that showed X" are read from the timeline
-- itself.
create index timeline_pins on timeline (session_id, sequence) where kind = 'product-pinned';
create index timeline_pins_by_product on timeline (((data::jsonb ->> 'productId')::uuid), session_id)
    where kind = 'product-pinned';
-- When sessions ran, from which positions in their streams follow.
create index timeline_running on timeline (session_id, sequence)
    where kind in ('session-started', 'session-paused', 'session-resumed', 'session-ended');

-- What the crew of a session plans. The order of the products is the session's lineup.
create table runsheet (
    session_id uuid primary key references session,
    version    bigint not null check (version > 0),
    plan       text not null check (plan is json object)
);

-- A prize that is drawn among those who enter. The seed is told when it is drawn, its hash before anybody can enter.
create table giveaway (
    id           uuid primary key,
    session_id   uuid not null references session,
    prize        text not null check (length(prize) <= 200),
    winners      integer not null check (winners between 1 and 100),
    status       text not null check (status in ('ANNOUNCED', 'OPEN', 'CLOSED', 'DRAWN', 'CANCELLED')),
    seed         text not null check (seed ~ '^[0-9a-f]{64}$'),
    opens_at     timestamptz not null,
    closes_at    timestamptz not null check (closes_at > opens_at),
    draws_at     timestamptz not null check (draws_at >= closes_at),
    entries      integer check (entries >= 0),
    entries_hash text check (entries_hash ~ '^[0-9a-f]{64}$'),
    drawn        uuid[],
    created_at   timestamptz not null,
    check ((entries_hash is not null) = (status in ('CLOSED', 'DRAWN'))),
    check ((entries is not null) = (status in ('CLOSED', 'DRAWN'))),
    check ((drawn is not null) = (status = 'DRAWN'))
);
create index giveaway_by_session on giveaway (session_id, id);
create index giveaway_unfinished on giveaway (id) where status in ('ANNOUNCED', 'OPEN', 'CLOSED');

create table giveaway_entry (
    id          uuid primary key,
    giveaway_id uuid not null references giveaway,
    customer_id text not null,
    nonce       text not null,
    entered_at  timestamptz not null,
    unique (giveaway_id, customer_id)
);
create index giveaway_entry_in_order on giveaway_entry (giveaway_id, id);

-- What of a deal can still be bought, as order-service last told; the sequence is that of its variant's stock. A level may come
-- before this service knows the deal to be armed.
create table deal_stock (
    deal_id  uuid primary key,
    sequence bigint not null,
    units    bigint not null check (units >= 0)
);

-- How long the countdown lasts that ends with a deal's opening; none is known of older deals.
alter table deal add column countdown_seconds integer check (countdown_seconds > 0);

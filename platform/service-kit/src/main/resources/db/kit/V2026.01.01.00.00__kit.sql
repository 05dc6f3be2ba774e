-- Tables of the service kit, the same in every service's database.

-- Events of committed changes that Kafka does not have yet. Published rows are deleted.
create table outbox (
    position    bigint generated always as identity primary key,
    event_id    uuid not null,
    topic       text not null,
    key         text not null,
    type        text not null,
    sequence    bigint not null,
    occurred_at timestamptz not null,
    headers     text,
    payload     text not null
);

-- Events that took effect, for consumers that do not recognise a repeat by its sequence.
create table inbox (
    consumer    text not null,
    event_id    uuid not null,
    received_at timestamptz not null default now(),
    primary key (consumer, event_id)
);
create index inbox_by_age on inbox (received_at);

-- Events that a consumer could not take, and the later ones of the same key parked behind them.
create table dead_letter (
    id           uuid primary key,
    consumer     text not null,
    topic        text not null,
    key          text not null,
    event_id     uuid not null,
    type         text not null,
    sequence     bigint not null,
    occurred_at  timestamptz not null,
    traceparent  text,
    payload      text not null,
    state        text not null check (state in ('FAILED', 'PARKED')),
    reason       text not null,
    created_at   timestamptz not null,
    unique (consumer, event_id)
);
create index dead_letter_by_key on dead_letter (consumer, key, id);

-- What a POST with an Idempotency-Key answered; no answer yet: it is under way until the lease ends.
create table idempotency_key (
    id          bytea primary key,
    body_hash   bytea not null,
    created_at  timestamptz not null,
    lease_until timestamptz,
    status      integer,
    location    text,
    answer      text
);
create index idempotency_key_by_age on idempotency_key (created_at);

-- What a brand was told, as it was signed. A message is stored once for an event and a brand, however often the event comes.
create table webhook_message (
    id          uuid primary key,
    brand_id    uuid not null,
    type        text not null,
    event_id    uuid not null,
    occurred_at timestamptz not null,
    body        text not null,
    created_at  timestamptz not null,
    unique (event_id, brand_id)
);
create index webhook_message_by_brand on webhook_message (brand_id, id);
create index webhook_message_by_time on webhook_message (brand_id, occurred_at);
create index webhook_message_by_age on webhook_message (created_at);

-- A message on its way to an endpoint. The position is the order of first attempts. A replay begins another round: what comes of
-- an attempt of the round before no longer counts.
create table webhook_delivery (
    id              uuid primary key default uuidv7(),
    position        bigint generated always as identity,
    endpoint_id     uuid not null references webhook_endpoint (id) on delete cascade,
    message_id      uuid not null references webhook_message (id) on delete cascade,
    status          text not null check (status in ('WAITING', 'RETRYING', 'DELIVERED', 'FAILED', 'CANCELLED')),
    round           int not null default 0,
    attempts        int not null default 0,
    next_attempt_at timestamptz,
    created_at      timestamptz not null,
    finished_at     timestamptz,
    unique (endpoint_id, message_id),
    check ((status = 'RETRYING') = (next_attempt_at is not null))
);
create index webhook_delivery_waiting on webhook_delivery (endpoint_id, position) where status = 'WAITING';
create index webhook_delivery_retrying on webhook_delivery (endpoint_id, next_attempt_at, message_id) where status = 'RETRYING';
create index webhook_delivery_by_endpoint on webhook_delivery (endpoint_id, id);
create index webhook_delivery_by_message on webhook_delivery (message_id);

-- What came of each attempt. The beginning of the answer only: an endpoint may answer anything.
create table webhook_attempt (
    delivery_id  uuid not null references webhook_delivery (id) on delete cascade,
    round        int not null,
    number       int not null,
    attempted_at timestamptz not null,
    duration_ms  int not null,
    status_code  int,
    error        text,
    answer       text,
    primary key (delivery_id, round, number)
);

-- Who sends to an endpoint now: one instance at a time its first attempts, in order, and one its repetitions. Claimed for a time, so
-- that one that vanished keeps nobody waiting for long.
create table webhook_lane (
    endpoint_id   uuid not null references webhook_endpoint (id) on delete cascade,
    kind          text not null check (kind in ('FIRST', 'RETRY')),
    claimed_by    uuid,
    claimed_until timestamptz not null default '-infinity',
    primary key (endpoint_id, kind)
);
create function webhook_lanes() returns trigger language plpgsql as $$
begin
    insert into webhook_lane (endpoint_id, kind) values (new.id, 'FIRST'), (new.id, 'RETRY');
    return null;
end $$;
create trigger webhook_lanes after insert on webhook_endpoint for each row execute function webhook_lanes();
insert into webhook_lane (endpoint_id, kind) select e.id, k.kind from webhook_endpoint e, (values ('FIRST'), ('RETRY')) k (kind);

-- A session can be paused; what is pinned stays pinned.
alter table session
    drop constraint session_status_check,
    drop constraint session_check,
    drop constraint session_check1,
    drop constraint session_check3,
    add constraint session_status_known
        check (status in ('DRAFT', 'SCHEDULED', 'LIVE', 'PAUSED', 'ENDED', 'CANCELLED')),
    add constraint session_announced_has_start
        check (starts_at is not null or status not in ('SCHEDULED', 'LIVE', 'PAUSED', 'ENDED')),
    add constraint session_begun_has_start check (started_at is not null or status not in ('LIVE', 'PAUSED', 'ENDED')),
    add constraint session_pin_on_air check (
        pinned_product_id is null or (status in ('LIVE', 'PAUSED') and pinned_product_id = any(lineup)));
drop index session_live;
create index session_on_air on session (id) where status in ('LIVE', 'PAUSED');

-- Markets are read anew by a consumer of their own, which fills the currency in.
alter table market add column currency text;
update market set sequence = 0;

-- A deal as its host asked for it, and as order-service last told of it, each with the whole event.
create table deal (
    id           uuid primary key,
    session_id   uuid not null references session,
    product_id   uuid not null,
    status       text not null
        check (status in ('REQUESTED', 'ARMED', 'OPEN', 'SOLD_OUT', 'CLOSED', 'REJECTED', 'WITHDRAWN')),
    -- The version of the latest event of order-service; 0 before its first.
    sequence     bigint not null check (sequence >= 0),
    requested    text not null check (requested is json object),
    -- The latest terms. A deal without them is shown to nobody but its host.
    armed        text check (armed is json object),
    rejected     text check (rejected is json object),
    closed       text check (closed is json object),
    withdrawn_at timestamptz,
    check ((sequence = 0) = (status = 'REQUESTED')),
    check ((num_nonnulls(rejected, closed) = 1) = (status in ('CLOSED', 'REJECTED', 'WITHDRAWN')))
);
create index deal_by_session on deal (session_id, id);

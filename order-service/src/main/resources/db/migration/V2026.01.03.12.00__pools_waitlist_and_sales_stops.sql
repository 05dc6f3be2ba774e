alter table stock_level
    -- Whether sales draw from it. A pool that was closed may still hold units of unpaid orders.
    add column open boolean not null default true,
    -- How many entries of the waitlist wait for its units.
    add column waiting bigint not null default 0 check (waiting >= 0);
create index stock_level_waited_for on stock_level (variant_id) where waiting > 0;

-- Newest first for reading, and what follows a checkpoint for the proof; both by the movements' order.
create index stock_movement_by_variant on stock_movement (variant_id, id);
drop index stock_movement_by_level;
create index stock_movement_taken_back on stock_movement (variant_id, order_id) where reason in ('CANCELLED', 'TAKEN_BACK', 'WRITTEN_OFF');

-- Sums over a variant's movements up to and including one of them, so that a proof reads only what follows. A variant's movements
-- are written under its row lock: whatever is committed later has a higher id, so a sum is never missing one.
create table stock_checkpoint (
    variant_id uuid not null,
    through_id bigint not null,
    pool       text not null,
    reason     text not null,
    movements  bigint not null,
    available  bigint not null,
    held       bigint not null,
    sold       bigint not null,
    made_at    timestamptz not null,
    primary key (variant_id, through_id, pool, reason)
);
create trigger stock_checkpoint_append_only before update or delete on stock_checkpoint
    for each statement execute function refuse_change();

create table stock_settings (
    variant_id          uuid primary key,
    version             bigint not null,
    low_stock_threshold bigint check (low_stock_threshold >= 0)
);

create table waitlist_entry (
    id                  uuid primary key,
    -- The order in which they are served.
    position            bigint generated always as identity,
    -- One for all entries by which a customer waits for the same thing.
    wish                uuid not null,
    variant_id          uuid not null,
    brand_id            uuid not null,
    pool                text not null,
    customer_id         text not null,
    market              text not null,
    session_id          uuid,
    deal_id             uuid,
    quantity            integer not null check (quantity > 0),
    offer_seconds       bigint not null check (offer_seconds > 0),
    status              text not null check (status in
        ('WAITING', 'OFFERED', 'BOUGHT', 'DECLINED', 'EXPIRED', 'LEFT', 'ENDED')),
    offered             integer not null check (offered between 0 and quantity),
    offered_until       timestamptz check (status <> 'OFFERED' or offered_until is not null),
    order_id            uuid,
    version             bigint not null,
    joined_at           timestamptz not null,
    changed_at          timestamptz not null,
    claimed_until       timestamptz
);
create unique index waitlist_one_wish on waitlist_entry (wish) where status in ('WAITING', 'OFFERED');
create index waitlist_line on waitlist_entry (variant_id, pool, position) where status = 'WAITING';
create index waitlist_offers on waitlist_entry (offered_until) where status = 'OFFERED';
create index waitlist_offers_by_variant on waitlist_entry (variant_id) where status = 'OFFERED';
create index waitlist_by_customer on waitlist_entry (customer_id, id);

create table sales_stop (
    id         uuid primary key,
    scope      text not null check (scope in ('MARKET', 'SESSION', 'VARIANT', 'BRAND')),
    code       text not null,
    reason     text not null,
    -- Null if an operator made it, who alone may lift it then.
    brand_id   uuid,
    stopped_by text not null,
    stopped_at timestamptz not null,
    lifted_by  text,
    lifted_at  timestamptz
);
create unique index sales_stop_active on sales_stop (scope, code) where lifted_at is null;

-- One call, two statements: the stops are read only after the lock is granted, so that none is missed which was set meanwhile.
-- Whoever sets a stop takes the same lock exclusively and so waits for every batch that has read before.
create function active_sales_stops(keys text[]) returns table (stop_id uuid, stop_scope text, stop_code text, stop_reason text)
language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(7161676831);
    return query select s.id, s.scope, s.code, s.reason from sales_stop s
        where s.lifted_at is null and s.scope || ':' || s.code = any (keys);
end $$;

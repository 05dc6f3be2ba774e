-- Stock: one counter row per variant and pool. Every change goes through the group commit and leaves a movement.
create table stock_level (
    variant_id uuid not null,
    pool       text not null,
    brand_id   uuid not null,
    available  bigint not null check (available >= 0),
    held       bigint not null check (held >= 0),
    sold       bigint not null check (sold >= 0),
    version    bigint not null,
    primary key (variant_id, pool)
) with (fillfactor = 50);

create table stock_movement (
    id              bigint generated always as identity primary key,
    variant_id      uuid not null,
    pool            text not null,
    reason          text not null,
    available_delta bigint not null,
    held_delta      bigint not null,
    sold_delta      bigint not null,
    order_id        uuid,
    reference       text,
    moved_at        timestamptz not null
);
create index stock_movement_by_level on stock_movement (variant_id, pool);

-- Movements are the proof of the counters: nobody rewrites them.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger stock_movement_append_only before update or delete on stock_movement
    for each statement execute function refuse_change();

create table orders (
    id             uuid primary key,
    version        bigint not null,
    customer_id    text not null,
    market         text not null,
    session_id     uuid,
    creator_id     uuid,
    status         text not null check (status in ('PENDING_PAYMENT', 'PAID', 'CANCELLED', 'EXPIRED')),
    currency       text not null,
    total          bigint not null check (total >= 0),
    placed_at      timestamptz not null,
    reserved_until timestamptz not null,
    changed_at     timestamptz not null,
    reason         text
);
create index orders_by_customer on orders (customer_id, id);
create index orders_by_session on orders (session_id, id);
create index orders_due on orders (reserved_until) where status = 'PENDING_PAYMENT';

create table order_line (
    id         uuid primary key,
    order_id   uuid not null references orders (id),
    line_no    integer not null,
    variant_id uuid not null,
    product_id uuid not null,
    brand_id   uuid not null,
    title      text not null,
    pool       text not null,
    quantity   integer not null check (quantity > 0),
    unit_price bigint not null check (unit_price >= 0),
    unique (order_id, line_no)
);
create index order_line_by_brand on order_line (brand_id, order_id);

create table payment (
    id           uuid primary key,
    order_id     uuid not null references orders (id),
    -- The idempotency key of the request that made it: a retry finds its payment by it.
    request_id   bytea not null unique,
    method_token text not null,
    status       text not null check (status in
        ('PROCESSING', 'REQUIRES_ACTION', 'UNKNOWN', 'CAPTURED', 'DECLINED', 'CANCELLED', 'REFUNDING', 'REFUNDED')),
    decline_code text,
    action_url   text,
    created_at   timestamptz not null,
    -- When the provider is to be asked again; null if there is nothing to ask.
    check_at     timestamptz
);
create index payment_by_order on payment (order_id);
create index payment_to_check on payment (check_at) where check_at is not null;
-- An order is never charged twice: at most one attempt is open or captured.
create unique index payment_one_effective on payment (order_id)
    where status in ('PROCESSING', 'REQUIRES_ACTION', 'UNKNOWN', 'CAPTURED');

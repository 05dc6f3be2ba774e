-- A deal with units of its own, or the memory of one that was refused or taken back before it came.
create table deal (
    id              uuid primary key,
    session_id      uuid not null,
    status          text not null check (status in ('ARMED', 'OPEN', 'CLOSED', 'REJECTED', 'WITHDRAWN')),
    version         bigint not null,
    changed_at      timestamptz not null,
    -- Of those that were armed:
    variant_id      uuid,
    brand_id        uuid,
    source_pool     text,
    prices          jsonb,
    quantity        integer check (quantity > 0),
    per_buyer_limit integer check (per_buyer_limit > 0),
    opens_at        timestamptz,
    closes_at       timestamptz,
    -- Its clock stands still since then.
    paused_at       timestamptz,
    sold_out        boolean not null default false,
    -- Units held or sold, by market.
    taken           jsonb not null default '{}',
    -- Of those that were not:
    reason          text,
    detail          text,
    claimed_until   timestamptz,
    check (status in ('REJECTED', 'WITHDRAWN')
        or (variant_id is not null and brand_id is not null and source_pool is not null and prices is not null
            and quantity is not null and per_buyer_limit is not null and opens_at < closes_at))
);
create index deal_running on deal (closes_at) where status in ('ARMED', 'OPEN');
create index deal_by_session on deal (session_id);
create index deal_by_brand on deal (brand_id, opens_at);

-- What the deals know of their shows, in the order of their requests.
create table deal_session (
    session_id uuid primary key,
    sequence   bigint not null,
    status     text not null,
    markets    text[] not null,
    changed_at timestamptz not null
);

create table deal_guardrails (
    brand_id   uuid primary key,
    version    bigint not null,
    document   jsonb not null,
    changed_at timestamptz not null
);

-- Every price that took effect.
create table offer_price (
    variant_id   uuid not null,
    market       text not null,
    effective_at timestamptz not null,
    amount       bigint not null,
    currency     text not null,
    primary key (variant_id, market, effective_at, amount)
);
create trigger offer_price_append_only before update or delete on offer_price
    for each statement execute function refuse_change();

-- Units that count towards a limit of one customer: of a deal, or of a variant. Deleted when the order is given up.
create table customer_claim (
    scope_id    uuid not null,
    customer_id text not null,
    order_id    uuid not null,
    quantity    bigint not null check (quantity > 0),
    claimed_at  timestamptz not null,
    primary key (scope_id, customer_id, order_id)
);
create index customer_claim_by_order on customer_claim (order_id);

create table purchase_limit (
    variant_id       uuid primary key,
    brand_id         uuid not null,
    version          bigint not null,
    max_per_customer integer not null check (max_per_customer > 0),
    window_days      integer check (window_days > 0)
);

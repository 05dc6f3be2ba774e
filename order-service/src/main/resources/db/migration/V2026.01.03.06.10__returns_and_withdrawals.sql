create table withdrawal (
    id          uuid primary key,
    order_id    uuid not null references orders (id),
    customer_id text not null,
    -- Personal data: null when it was erased.
    name        text,
    status      text not null check (status in ('PREPARED', 'DECLARED')),
    prepared_at timestamptz not null,
    declared_at timestamptz,
    version     bigint not null
);
create index withdrawal_by_order on withdrawal (order_id);

create table withdrawal_line (
    withdrawal_id uuid not null references withdrawal (id),
    line_id       uuid not null references order_line (id),
    quantity      integer not null check (quantity > 0),
    primary key (withdrawal_id, line_id)
);

create table goods_return (
    id              uuid primary key,
    order_id        uuid not null references orders (id),
    fulfilment_id   uuid not null references fulfilment (id),
    withdrawal_id   uuid references withdrawal (id),
    status          text not null check (status in ('REQUESTED', 'APPROVED', 'REJECTED', 'RECEIVED')),
    version         bigint not null,
    -- Free text of persons: erased on request.
    note            text,
    decision_note   text,
    reject_reason   text,
    requested_at    timestamptz not null,
    decided_at      timestamptz,
    received_at     timestamptz,
    refund          bigint not null default 0 check (refund >= 0),
    refund_tax      bigint not null default 0 check (refund_tax >= 0),
    refund_shipping bigint not null default 0 check (refund_shipping >= 0),
    -- A withdrawal makes one return a part, however often it is confirmed.
    unique (withdrawal_id, fulfilment_id)
);
create index goods_return_by_order on goods_return (order_id);
create index goods_return_by_fulfilment on goods_return (fulfilment_id, id);

create table return_line (
    return_id uuid not null references goods_return (id),
    line_id   uuid not null references order_line (id),
    quantity  integer not null check (quantity > 0),
    reason    text not null,
    received  integer not null default 0 check (received between 0 and quantity),
    restocked integer not null default 0 check (restocked between 0 and received),
    primary key (return_id, line_id)
);

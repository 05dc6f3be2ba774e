-- The simulated provider's own record: what a real one would keep on its side.
create table simulated_charge (
    payment_id   uuid primary key,
    method_token text not null,
    amount       bigint not null,
    currency     text not null,
    status       text not null check (status in ('REQUIRES_ACTION', 'CAPTURED', 'DECLINED', 'CANCELLED', 'REFUNDED')),
    decline_code text,
    captures     integer not null default 0 check (captures in (0, 1)),
    created_at   timestamptz not null
);

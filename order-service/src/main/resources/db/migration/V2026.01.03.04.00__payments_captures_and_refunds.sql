-- A payment knows its provider, its amounts and the provider's name for it.
alter table payment
    add column provider         text not null default 'simulated',
    add column amount           bigint,
    add column capture_at_once  boolean not null default true,
    add column reference        text,
    add column client_secret    text,
    add column authorised_until timestamptz,
    -- The order is not paid by it although the provider secured the money: it goes back.
    add column unwanted         boolean not null default false,
    add column captured_amount  bigint not null default 0 check (captured_amount >= 0),
    -- Authorised, and never to be captured.
    add column released_amount  bigint not null default 0 check (released_amount >= 0),
    add column refunded_amount  bigint not null default 0 check (refunded_amount >= 0),
    -- Under way back to the buyer.
    add column refunding_amount bigint not null default 0 check (refunding_amount >= 0),
    -- How often the provider was asked in vain, and what it said last.
    add column checks           integer not null default 0,
    add column last_error       text;
alter table payment alter column provider drop default;

create table refund (
    id           uuid primary key,
    payment_id   uuid not null references payment (id),
    order_id     uuid not null references orders (id),
    -- The idempotency key of the request that asked for it, if a request did.
    request_id   bytea unique,
    amount       bigint not null check (amount > 0),
    reason       text not null check (reason in
        ('CANCELLED', 'RETURNED', 'FAULTY', 'NOT_DELIVERED', 'GOODWILL', 'ORDER_NOT_KEPT', 'OTHER')),
    note         text,
    requested_by text not null,
    created_at   timestamptz not null,
    status       text not null check (status in ('REQUESTED', 'UNKNOWN', 'SUCCEEDED', 'FAILED')),
    reference    text,
    retried_as   uuid references refund (id),
    check_at     timestamptz,
    checks       integer not null default 0,
    last_error   text
);
create index refund_by_order on refund (order_id);
create index refund_by_payment on refund (payment_id);
create index refund_to_check on refund (check_at) where check_at is not null;
create index refund_failed on refund (order_id) where status = 'FAILED' and retried_as is null;

create table payment_capture (
    id         uuid primary key,
    payment_id uuid not null references payment (id),
    order_id   uuid not null references orders (id),
    amount     bigint not null check (amount > 0),
    last       boolean not null,
    created_at timestamptz not null,
    status     text not null check (status in ('REQUESTED', 'UNKNOWN', 'SUCCEEDED', 'FAILED')),
    -- The capture that took its place after it failed: a failure is made up for once.
    retried_as uuid,
    check_at   timestamptz,
    checks     integer not null default 0,
    last_error text
);
create index payment_capture_by_order on payment_capture (order_id);
create index payment_capture_to_check on payment_capture (check_at) where check_at is not null;

-- What was a state of the payment is a refund of its own now.
update payment set amount = (select total from orders o where o.id = payment.order_id);
update payment set captured_amount = amount where status in ('CAPTURED', 'REFUNDING', 'REFUNDED');
update payment set refunded_amount = amount where status = 'REFUNDED';
update payment set refunding_amount = amount where status = 'REFUNDING';
insert into refund (id, payment_id, order_id, amount, reason, requested_by, created_at, status, check_at)
select gen_random_uuid(), id, order_id, amount, 'ORDER_NOT_KEPT', 'system', created_at,
       case status when 'REFUNDED' then 'SUCCEEDED' else 'REQUESTED' end,
       case status when 'REFUNDED' then null else coalesce(check_at, now()) end
from payment where status in ('REFUNDING', 'REFUNDED') and amount > 0;
drop index payment_one_effective;
alter table payment drop constraint payment_status_check;
update payment set status = 'CAPTURED', unwanted = true, check_at = null where status in ('REFUNDING', 'REFUNDED');
alter table payment
    alter column amount set not null,
    add constraint payment_status_check check (status in
        ('PROCESSING', 'REQUIRES_ACTION', 'UNKNOWN', 'AUTHORISED', 'CAPTURED', 'DECLINED', 'CANCELLED')),
    -- The order's row lock guards these; should it ever be passed by, the database still refuses.
    add constraint payment_captured_within_amount check (captured_amount + released_amount <= amount),
    add constraint payment_refunded_within_captured check (refunded_amount + refunding_amount <= captured_amount);

-- An order is never charged twice: at most one attempt is under way or pays it.
create unique index payment_one_effective on payment (order_id)
    where status in ('PROCESSING', 'REQUIRES_ACTION', 'UNKNOWN', 'AUTHORISED', 'CAPTURED') and not unwanted;
create unique index payment_by_reference on payment (provider, reference) where reference is not null;

-- The terms under which an order was placed stay with it.
alter table orders
    add column terms_version     bigint not null default 0,
    add column tax_treatment     text not null default 'INCLUSIVE' check (tax_treatment in ('INCLUSIVE', 'EXCLUSIVE')),
    add column capture           text not null default 'AT_CONFIRMATION' check (capture in ('AT_CONFIRMATION', 'AT_SHIPMENT')),
    add column payment_closes_at timestamptz,
    -- Personal data: null when it was erased.
    add column ship_to           jsonb;
update orders set payment_closes_at = reserved_until - interval '60 seconds';
alter table orders alter column payment_closes_at set not null;

alter table order_line
    add column list_price bigint,
    add column discount   bigint not null default 0 check (discount >= 0),
    -- Each discount with its campaign and who pays for it; null if there is none.
    add column discounts  jsonb,
    add column tax        bigint not null default 0 check (tax >= 0),
    add column total      bigint check (total >= 0),
    add column session_id uuid,
    add column creator_id uuid,
    add column deal_id    uuid;
update order_line l set list_price = unit_price, total = unit_price * quantity, session_id = o.session_id, creator_id = o.creator_id
from orders o where o.id = l.order_id;
alter table order_line alter column list_price set not null, alter column total set not null;

-- What one brand fulfils of an order: written with the order, so that a payment has nothing to add.
create table fulfilment (
    id              uuid primary key,
    order_id        uuid not null references orders (id),
    brand_id        uuid not null,
    shipping_option text not null,
    shipping_price  bigint not null check (shipping_price >= 0),
    shipping_tax    bigint not null check (shipping_tax >= 0),
    shipping_total  bigint not null check (shipping_total >= 0),
    unique (order_id, brand_id)
);
create index fulfilment_by_brand on fulfilment (brand_id, id);
insert into fulfilment (id, order_id, brand_id, shipping_option, shipping_price, shipping_tax, shipping_total)
select gen_random_uuid(), order_id, brand_id, 'standard', 0, 0, 0 from order_line group by order_id, brand_id;

create table order_change (
    id         bigint generated always as identity primary key,
    order_id   uuid not null,
    sequence   bigint not null,
    what       text not null,
    actor_kind text not null check (actor_kind in ('CUSTOMER', 'BRAND', 'OPERATOR', 'PROVIDER', 'SYSTEM')),
    actor_id   text,
    reason     text,
    subject_id uuid,
    changed_at timestamptz not null,
    -- No change is told twice, and none is overwritten.
    unique (order_id, sequence)
);
create trigger order_change_append_only before update or delete on order_change
    for each statement execute function refuse_change();

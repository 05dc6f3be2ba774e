-- What happens to an order after the purchase.
alter table orders drop constraint orders_status_check;
alter table orders add constraint orders_status_check
    check (status in ('PENDING_PAYMENT', 'PAID', 'CANCELLED', 'EXPIRED', 'COMPLETED'));
alter table orders add column paid_at timestamptz;
update orders set paid_at = changed_at where status = 'PAID';
-- What is neither delivered nor given up yet: the deadlines of confirming and shipping are looked for here.
create index orders_in_work on orders (paid_at) where status = 'PAID';
-- A list between two times; few pages, so that placing an order costs no more for it.
create index orders_by_time on orders using brin (placed_at);
create index order_line_by_variant on order_line (variant_id, order_id);
create index order_line_by_deal on order_line (deal_id, order_id) where deal_id is not null;

alter table fulfilment
    add column status              text not null default 'AWAITING_CONFIRMATION' check (status in
        ('AWAITING_CONFIRMATION', 'CONFIRMED', 'PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'CANCELLED')),
    add column version             bigint not null default 0,
    add column confirmed_at        timestamptz,
    add column shipped_at          timestamptz,
    add column delivered_at        timestamptz,
    add column cancelled_at        timestamptz,
    add column cancel_reason       text,
    -- Free text of a person: erased on request.
    add column cancel_note         text,
    add column shipping_refunded   bigint not null default 0 check (shipping_refunded >= 0),
    -- Until then another instance looks whether its deadline has passed.
    add column overdue_claim_until timestamptz,
    add constraint fulfilment_shipping_refund_within_price check (shipping_refunded <= shipping_total);
-- Those awaiting confirmation are found by their orders: an index over them would be paid by every placement.
create index fulfilment_in_work on fulfilment (brand_id, status, id) where status in ('CONFIRMED', 'PARTIALLY_SHIPPED', 'SHIPPED');

-- How far a line has come; written first when something happens to it.
create table fulfilment_line (
    line_id       uuid primary key references order_line (id),
    fulfilment_id uuid not null references fulfilment (id),
    quantity      integer not null check (quantity > 0),
    total         bigint not null check (total >= 0),
    cancelled     integer not null check (cancelled >= 0),
    shipped       integer not null check (shipped >= 0),
    delivered     integer not null check (delivered between 0 and shipped),
    returned      integer not null check (returned between 0 and shipped),
    refunded      bigint not null check (refunded between 0 and total),
    constraint fulfilment_line_units check (cancelled + shipped <= quantity)
);
create index fulfilment_line_by_fulfilment on fulfilment_line (fulfilment_id);

create table carrier (
    code                  text primary key,
    name                  text not null,
    -- {trackingNumber} stands for the number; null if the carrier has no such page.
    tracking_url_template text
);
insert into carrier (code, name, tracking_url_template) values
    ('royal-mail', 'Royal Mail', 'https://www.royalmail.com/track-your-item#/tracking-results/{trackingNumber}'),
    ('evri', 'Evri', 'https://www.evri.com/track/parcel/{trackingNumber}'),
    ('dpd', 'DPD', 'https://track.dpd.co.uk/search?reference={trackingNumber}'),
    ('dhl', 'DHL', 'https://www.dhl.com/en/express/tracking.html?AWB={trackingNumber}'),
    ('ups', 'UPS', 'https://www.ups.com/track?tracknum={trackingNumber}'),
    ('gls', 'GLS', 'https://gls-group.eu/track/{trackingNumber}'),
    ('jne', 'JNE', null),
    ('other', 'Another carrier', null);

create table shipment (
    id              uuid primary key,
    fulfilment_id   uuid not null references fulfilment (id),
    -- The same for all shipments that travel in one parcel.
    parcel_id       uuid not null,
    carrier         text not null references carrier (code),
    tracking_number text not null,
    tracking_url    text,
    shipped_at      timestamptz not null,
    delivered_at    timestamptz,
    unique (parcel_id, fulfilment_id)
);
create index shipment_by_fulfilment on shipment (fulfilment_id);

create table shipment_line (
    shipment_id uuid not null references shipment (id),
    line_id     uuid not null references order_line (id),
    quantity    integer not null check (quantity > 0),
    primary key (shipment_id, line_id)
);

-- Whose part a change is about, for what a brand may see of a timeline.
alter table order_change add column brand_id uuid;

-- A product as catalog-service last told it, with the whole event; prices are read from it by the clock.
create table card (
    product_id    uuid primary key,
    sequence      bigint not null,
    status        text not null,
    variant_ids   uuid[] not null,
    event         text not null,
    -- Changes of price up to this moment have been told to the feed.
    told_at       timestamptz not null,
    -- When the next announced price takes effect.
    next_price_at timestamptz
);
create index card_by_variant on card using gin (variant_ids);
create index card_by_next_price on card (next_price_at) where next_price_at is not null;

create table market (
    code     text primary key,
    sequence bigint not null
);

create table stock_level (
    variant_id uuid primary key,
    sequence   bigint not null,
    available  bigint not null
);

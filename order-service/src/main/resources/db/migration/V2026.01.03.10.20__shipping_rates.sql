-- What a brand asks for shipping in a market. No row: one option, free.
create table shipping_rates (
    id         uuid primary key,
    brand_id   uuid not null,
    market     text not null,
    version    bigint not null check (version > 0),
    options    jsonb not null,
    changed_at timestamptz not null,
    unique (brand_id, market)
);

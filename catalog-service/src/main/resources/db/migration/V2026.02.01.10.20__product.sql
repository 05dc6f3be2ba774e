create table product (
    id          uuid primary key,
    version     bigint not null,
    brand_id    uuid not null references brand,
    external_id text,
    title       text not null,
    description text,
    category    text,
    image_url   text,
    status      text not null check (status in ('DRAFT', 'ACTIVE', 'INACTIVE')),
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    constraint product_external_id_once unique (brand_id, external_id)
);
create index product_by_brand on product (brand_id, id);

create table variant (
    id                 uuid primary key,
    product_id         uuid not null references product,
    brand_id           uuid not null references brand,
    position           integer not null,
    sku                text,
    gtin               text check (gtin ~ '^[0-9]{8}([0-9]{4,6})?$'),
    title              text not null,
    options            text not null,
    declared_quantity  bigint check (declared_quantity >= 0),
    stock_declarations bigint not null,
    constraint variant_sku_once unique (brand_id, sku)
);
create index variant_by_product on variant (product_id, position);

-- What a variant costs in a market from effective_at on, until a later row takes effect. Rows are only ever added: this is
-- the price history that the law asks for (Directive 98/6, art. 6a).
create table price (
    id           uuid primary key,
    variant_id   uuid not null references variant,
    product_id   uuid not null references product,
    market       text not null references market,
    amount       bigint not null check (amount > 0),
    currency     text not null,
    effective_at timestamptz not null,
    recorded_at  timestamptz not null
);
create index price_by_variant on price (variant_id, market, effective_at, id);
create index price_by_product on price (product_id);

create function refuse_change_of_price_history() returns trigger language plpgsql as $$
begin
    raise exception 'the price history is append-only';
end
$$;
create trigger price_history_is_append_only before update or delete on price
    for each row execute function refuse_change_of_price_history();

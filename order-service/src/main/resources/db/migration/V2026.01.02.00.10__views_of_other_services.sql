-- What this service knows of others, fed by their events. A row changes only for a higher sequence.
create table offer (
    variant_id uuid primary key,
    product_id uuid not null,
    brand_id   uuid not null,
    sequence   bigint not null,
    title      text not null,
    active     boolean not null,
    prices     jsonb not null
);
create index offer_by_product on offer (product_id);

create table selling_brand (
    id       uuid primary key,
    sequence bigint not null,
    active   boolean not null
);

create table selling_market (
    code           text primary key,
    sequence       bigint not null,
    currency       text not null,
    previous_stage text not null,
    stage          text not null,
    effective_at   timestamptz not null
);

create table selling_session (
    id         uuid primary key,
    sequence   bigint not null,
    creator_id uuid not null,
    status     text not null,
    markets    jsonb not null
);

-- Sessions are named by id only: reports and orders may come before this service knows the session.
create table presence (
    session_id     uuid primary key,
    viewers_peak   integer not null default 0,
    viewers_unique bigint not null default 0,
    watch_millis   bigint not null default 0
);

-- The latest report of each gateway on each channel.
create table presence_gauge (
    session_id   uuid not null,
    gateway_id   text not null,
    market       text not null,
    window_start timestamptz not null,
    viewers      integer not null check (viewers >= 0),
    primary key (session_id, gateway_id, market)
);
create index presence_gauge_by_age on presence_gauge (window_start);

-- Viewers of a window, summed over gateways and markets as their reports come in.
create table presence_window (
    session_id   uuid not null,
    window_start timestamptz not null,
    viewers      integer not null,
    primary key (session_id, window_start)
);
create index presence_window_by_age on presence_window (window_start);

create table presence_viewer (
    session_id  uuid not null,
    viewer_hash text not null,
    primary key (session_id, viewer_hash)
);

create table session_orders (
    session_id uuid primary key,
    placed     bigint not null default 0,
    paid       bigint not null default 0,
    declined   bigint not null default 0,
    cancelled  bigint not null default 0,
    expired    bigint not null default 0,
    units      bigint not null default 0
);

create table session_gmv (
    session_id uuid not null,
    currency   text not null,
    amount     bigint not null,
    primary key (session_id, currency)
);

create table session_product_sales (
    session_id uuid not null,
    product_id uuid not null,
    currency   text not null,
    units      bigint not null,
    amount     bigint not null,
    primary key (session_id, product_id, currency)
);

create table session_buyer (
    session_id  uuid not null,
    customer_id text not null,
    primary key (session_id, customer_id)
);

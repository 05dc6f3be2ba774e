-- From when on nothing of a session counts: its end.
create table counted_until (
    session_id uuid primary key,
    until      timestamptz not null
);
insert into counted_until (session_id, until)
select session_id, counted_until from presence where counted_until is not null;

-- Viewers by market; the market '' is the whole session. Takes the place of presence, presence_window and presence_viewer.
create table audience (
    session_id     uuid not null,
    market         text not null,
    viewers_peak   integer not null default 0,
    viewers_unique bigint not null default 0,
    watch_millis   bigint not null default 0,
    primary key (session_id, market)
);
insert into audience select session_id, '', viewers_peak, viewers_unique, watch_millis from presence;

create table audience_viewer (
    session_id  uuid not null,
    market      text not null,
    viewer_hash text not null,
    primary key (session_id, market, viewer_hash)
);
insert into audience_viewer select session_id, '', viewer_hash from presence_viewer;

-- Viewers of a window, summed over gateways as their reports come in.
create table audience_window (
    session_id   uuid not null,
    market       text not null,
    window_start timestamptz not null,
    viewers      integer not null,
    primary key (session_id, market, window_start)
);
insert into audience_window select session_id, '', window_start, viewers from presence_window;
create index audience_window_by_age on audience_window (window_start);

create table audience_minute (
    session_id   uuid not null,
    market       text not null,
    minute       timestamptz not null,
    viewers_peak integer not null default 0,
    watch_millis bigint not null default 0,
    primary key (session_id, market, minute)
);

-- The latest window of each instance. Kept longer than the topic, so that reading it again counts nothing twice.
create table engagement_source (
    session_id   uuid not null,
    instance_id  text not null,
    sequence     bigint not null,
    window_start timestamptz not null,
    primary key (session_id, instance_id)
);
create index engagement_source_by_age on engagement_source (window_start);

create table reaction_total (
    session_id uuid not null,
    kind       text not null,
    reactions  bigint not null,
    primary key (session_id, kind)
);

-- The market is '' where nobody said.
create table reaction_minute (
    session_id uuid not null,
    market     text not null,
    minute     timestamptz not null,
    reactions  bigint not null,
    primary key (session_id, market, minute)
);

create table interaction_minute (
    session_id  uuid not null,
    product_id  uuid not null,
    market      text not null,
    minute      timestamptz not null,
    impressions bigint not null,
    clicks      bigint not null,
    primary key (session_id, product_id, market, minute)
);

-- Sales by scope: of the session (no brand), of a brand in it (no product) and of a product. No brand, no product is the nil
-- UUID. An order with several products counts once in each scope, so that scopes cannot be added up to one another.
create table sales_minute (
    session_id uuid not null,
    brand_id   uuid not null,
    product_id uuid not null,
    market     text not null,
    minute     timestamptz not null,
    placed     bigint not null,
    paid       bigint not null,
    units      bigint not null,
    primary key (session_id, brand_id, product_id, market, minute)
);

create table sales_amount_minute (
    session_id uuid not null,
    brand_id   uuid not null,
    product_id uuid not null,
    market     text not null,
    minute     timestamptz not null,
    currency   text not null,
    amount     bigint not null,
    primary key (session_id, brand_id, product_id, market, minute, currency)
);

-- Who paid for something of a brand in a market; the nil UUID stands for any brand.
create table sales_customer (
    session_id  uuid not null,
    brand_id    uuid not null,
    market      text not null,
    customer_id text not null,
    primary key (session_id, brand_id, market, customer_id)
);

-- Orders placed so long after a session's end that they are not counted for it; nor is what becomes of them.
create table late_order (
    order_id   uuid not null,
    session_id uuid not null,
    primary key (order_id, session_id)
);

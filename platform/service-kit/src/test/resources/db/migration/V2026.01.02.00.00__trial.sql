create table trial (
    id         uuid primary key,
    name       text not null unique,
    quantity   integer not null check (quantity >= 0),
    version    bigint not null
);

-- What was taken, in the order in which it was.
create table taken (
    position bigint generated always as identity primary key,
    event_id uuid not null,
    key      text not null,
    sequence bigint not null,
    trace_id text not null
);

create table brand_name (
    brand_id uuid primary key,
    sequence bigint not null,
    name     text not null
);

create table trial (
    id         uuid primary key,
    name       text not null unique,
    quantity   integer not null check (quantity >= 0),
    version    bigint not null
);

-- What the trial consumers took, in the order in which they took it.
create table taken (
    position bigint generated always as identity primary key,
    consumer text not null,
    key      text not null,
    event_id uuid not null,
    sequence bigint not null
);

create table brand_name (
    brand_id uuid primary key,
    sequence bigint not null,
    name     text not null
);

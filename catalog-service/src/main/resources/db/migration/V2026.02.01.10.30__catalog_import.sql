-- Import jobs. Whoever claims one renews its lease with every product; a lapsed lease means that its worker is gone.
create table catalog_import (
    id               uuid primary key,
    brand_id         uuid not null references brand,
    market           text not null references market,
    currency         text not null,
    apply_quantities boolean not null,
    publish          boolean not null,
    status           text not null check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED')),
    failure_code     text,
    failure_message  text,
    products_done    integer not null,
    rows_total       integer not null,
    rows_done        integer not null,
    products_created integer not null,
    products_updated integer not null,
    row_errors       integer not null,
    worker           uuid,
    lease_until      timestamptz,
    created_at       timestamptz not null,
    started_at       timestamptz,
    finished_at      timestamptz
);
create index catalog_import_unfinished on catalog_import (id) where status in ('QUEUED', 'RUNNING');

-- The file itself, gone when the job is done.
create table catalog_import_file (
    import_id uuid primary key references catalog_import,
    content   bytea not null
);

create table catalog_import_error (
    id          uuid primary key,
    import_id   uuid not null references catalog_import,
    row_number  integer not null,
    column_name text,
    code        text not null,
    message     text not null
);
create index catalog_import_error_by_import on catalog_import_error (import_id, id);

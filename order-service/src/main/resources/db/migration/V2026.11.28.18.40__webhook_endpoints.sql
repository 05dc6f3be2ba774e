-- Where a brand wishes to be told of what happens. A url stands once for a brand: a registration that is repeated is refused.
create table webhook_endpoint (
    id              uuid primary key,
    version         bigint not null,
    brand_id        uuid not null,
    url             text not null check (length(url) <= 2000),
    -- Codes of event types; an empty array stands for all.
    event_types     jsonb not null,
    description     text check (length(description) <= 500),
    status          text not null check (status in ('ENABLED', 'DISABLED')),
    disabled_reason text check (disabled_reason in ('BY_OWNER', 'GONE', 'ALL_ATTEMPTS_FAILED', 'FAILING_FOR_LONG')),
    disabled_at     timestamptz,
    -- Since when no attempt has succeeded; null while they do.
    failing_since   timestamptz,
    created_at      timestamptz not null,
    created_by      text not null,
    unique (brand_id, url),
    check ((status = 'DISABLED') = (disabled_reason is not null and disabled_at is not null))
);
create index webhook_endpoint_by_brand on webhook_endpoint (brand_id, id);

-- What messages are signed with: the one without an end, and those before it until their time is over.
create table webhook_secret (
    id          uuid primary key,
    endpoint_id uuid not null references webhook_endpoint (id) on delete cascade,
    secret      text not null,
    created_at  timestamptz not null,
    expires_at  timestamptz
);
create unique index webhook_secret_current on webhook_secret (endpoint_id) where expires_at is null;
create index webhook_secret_by_endpoint on webhook_secret (endpoint_id);

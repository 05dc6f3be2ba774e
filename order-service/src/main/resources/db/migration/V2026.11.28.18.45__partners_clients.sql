-- Accounts of partners' systems at the identity provider. Their secrets are not here.
create table partner_client (
    id                  uuid primary key,
    version             bigint not null,
    -- Of the request that asked for it: a repeat finds what the first run began.
    request_id          text not null unique,
    brand_id            uuid not null,
    name                text not null,
    scopes              jsonb not null,
    status              text not null check (status in ('PENDING', 'ACTIVE', 'REVOKED')),
    webhook_endpoint_id uuid,
    created_by          text not null,
    created_at          timestamptz not null,
    revoked_at          timestamptz,
    check ((revoked_at is not null) = (status = 'REVOKED'))
);

create index partner_client_of_brand on partner_client (brand_id, id);

-- Brands, with the trader identity that a marketplace must know before it lists anything (EU Digital Services Act, art. 30).
create table brand (
    id            uuid primary key,
    version       bigint not null,
    name          text not null,
    legal_name    text not null,
    country_code  text not null check (country_code ~ '^[A-Z]{2}$'),
    contact_email text not null,
    status        text not null check (status in ('ACTIVE', 'SUSPENDED')),
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);

create table selling_terms (
    id         uuid primary key,
    market     text not null,
    version    bigint not null check (version > 0),
    rules      jsonb not null,
    changed_at timestamptz not null,
    changed_by text not null,
    -- Of two who decide the next version at once, one is told so.
    unique (market, version)
);
-- Orders refer to versions: what was decided stays.
create trigger selling_terms_append_only before update or delete on selling_terms
    for each statement execute function refuse_change();

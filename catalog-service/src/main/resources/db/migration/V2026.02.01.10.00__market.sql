-- Markets and their rollout stages. Between effective_at and the next change `stage` is in force, before it `previous_stage`.
create table market (
    code           text primary key check (code ~ '^[A-Z]{2}$'),
    version        bigint not null,
    currency       text not null check (currency ~ '^[A-Z]{3}$'),
    tax_treatment  text not null check (tax_treatment in ('INCLUSIVE', 'EXCLUSIVE')),
    languages      text[] not null,
    previous_stage text not null check (previous_stage in ('PLANNED', 'PILOT', 'LAUNCHED', 'PAUSED', 'WITHDRAWN')),
    stage          text not null check (stage in ('PLANNED', 'PILOT', 'LAUNCHED', 'PAUSED', 'WITHDRAWN')),
    effective_at   timestamptz not null,
    updated_at     timestamptz not null
);

-- The first two markets, and the events that tell the other services of them.
insert into market (code, version, currency, tax_treatment, languages, previous_stage, stage, effective_at, updated_at)
values ('GB', 0, 'GBP', 'INCLUSIVE', '{en}', 'PLANNED', 'PLANNED', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'),
       ('DE', 0, 'EUR', 'INCLUSIVE', '{de,en}', 'PLANNED', 'PLANNED', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');

insert into outbox (event_id, topic, key, type, sequence, occurred_at, payload)
select gen_random_uuid(), 'catalog.markets', code, 'market.changed.v1', version, effective_at,
       json_build_object(
           'code', code,
           'sequence', version,
           'currency', currency,
           'taxTreatment', tax_treatment,
           'languages', to_json(languages),
           'previousStage', previous_stage,
           'stage', stage,
           'effectiveAt', '2026-01-01T00:00:00Z')::text
from market
order by code;

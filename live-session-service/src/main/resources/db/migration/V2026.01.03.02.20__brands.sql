create table brand (
    brand_id  uuid primary key,
    sequence  bigint not null,
    suspended boolean not null
);

alter table card add column brand_id uuid;
update card set brand_id = (event::jsonb ->> 'brandId')::uuid;
alter table card alter column brand_id set not null;
create index card_by_brand on card (brand_id);

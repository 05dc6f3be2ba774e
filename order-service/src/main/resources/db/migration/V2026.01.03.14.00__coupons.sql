create table coupon_campaign (
    id                 uuid primary key,
    market             text not null,
    code               text not null check (code = upper(code)),
    kind               text not null check (kind in ('FIXED', 'PERCENTAGE')),
    -- Amounts are in minor units of this currency, the market's.
    currency           text not null,
    amount             bigint check (amount > 0),
    percent            numeric(5, 2) check (percent > 0 and percent <= 100),
    cap                bigint check (cap > 0),
    payer              text not null check (payer in ('BRAND', 'CREATOR', 'PLATFORM')),
    -- Null: it applies to the lines of every brand.
    brand_id           uuid,
    -- Empty: it applies to every product.
    product_ids        jsonb not null,
    minimum_basket     bigint check (minimum_basket > 0),
    quota              bigint not null check (quota > 0),
    quota_per_customer integer not null check (quota_per_customer > 0),
    -- Orders that hold unpaid or have bought with it.
    used               bigint not null default 0 check (used between 0 and quota),
    starts_at          timestamptz not null,
    ends_at            timestamptz not null,
    -- Null: it is not bound to a show.
    session_id         uuid,
    created_at         timestamptz not null,
    created_by         text not null,
    -- When it was ended before its time.
    ended_at           timestamptz,
    check (starts_at < ends_at),
    check ((kind = 'FIXED') = (amount is not null) and (kind = 'PERCENTAGE') = (percent is not null)),
    check (payer <> 'BRAND' or brand_id is not null),
    check (payer <> 'CREATOR' or session_id is not null)
);
-- A code means one campaign at a time; it is free again once that was ended.
create unique index coupon_campaign_code on coupon_campaign (code, market) where ended_at is null;
create index coupon_campaign_by_code on coupon_campaign (code, id);
create index coupon_campaign_by_brand on coupon_campaign (brand_id, id);

-- Changed only under the lock of the campaign's row.
create table coupon_customer (
    campaign_id uuid not null references coupon_campaign (id),
    customer_id text not null,
    used        bigint not null check (used >= 0),
    primary key (campaign_id, customer_id)
);

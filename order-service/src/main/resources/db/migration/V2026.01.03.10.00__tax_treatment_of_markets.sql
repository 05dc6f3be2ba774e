-- Whether a market's prices contain their tax. Markets known before learn it with their next event.
alter table selling_market
    add column tax_treatment text not null default 'INCLUSIVE' check (tax_treatment in ('INCLUSIVE', 'EXCLUSIVE'));

-- When the next announced price takes effect is asked with every read, for nobody may keep a copy beyond it.
create index price_by_effect on price (effective_at);

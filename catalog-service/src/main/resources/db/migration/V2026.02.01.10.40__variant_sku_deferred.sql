-- Checked at the end of an edit and not row by row: one edit may pass a SKU from one variant to another.
alter table variant
    drop constraint variant_sku_once,
    add constraint variant_sku_once unique (brand_id, sku) deferrable initially deferred;

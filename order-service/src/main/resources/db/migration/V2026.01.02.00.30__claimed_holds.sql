-- An instance that ends a hold claims it: until then the others leave it alone, and a silent provider is not asked again.
alter table orders add column expiry_claimed_until timestamptz;

-- When an endpoint was enabled again or moved: how long it has failed is counted from then on.
alter table webhook_endpoint add column patient_since timestamptz;
